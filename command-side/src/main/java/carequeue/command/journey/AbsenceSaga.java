package carequeue.command.journey;

import static org.axonframework.modelling.saga.SagaLifecycle.associateWith;
import static org.axonframework.modelling.saga.SagaLifecycle.end;
import static org.axonframework.modelling.saga.SagaLifecycle.removeAssociationWith;

import carequeue.api.appointment.AppointmentEvent.AppointmentArrived;
import carequeue.api.appointment.AppointmentEvent.AppointmentBooked;
import carequeue.api.appointment.AppointmentEvent.AppointmentCancelled;
import carequeue.api.appointment.AppointmentEvent.AppointmentCorrected;
import carequeue.api.appointment.AppointmentEvent.AppointmentEnteredInError;
import carequeue.api.appointment.AppointmentEvent.AppointmentFulfilled;
import carequeue.api.appointment.AppointmentEvent.AppointmentNoShow;
import carequeue.api.appointment.AppointmentEvent.AppointmentRescheduled;
import carequeue.api.appointment.AppointmentEvent.ArrivalWithdrawn;
import carequeue.api.site.Site;
import carequeue.api.site.SiteEvent.ProviderUnavailable;
import carequeue.api.site.Sites;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;

/** Who is booked with a provider who then is away hears of it; from arrival on the queue's own notes tell what becomes of them. */
@Saga
@ProcessingGroup("saga.absence")
public class AbsenceSaga {

    private static final String NAME = "absence";
    private static final String APPOINTMENT = "appointmentId";
    private static final String PROVIDER = "providerId";

    private AppointmentBooked booked;
    private String patientId;
    private String providerId;
    private Instant start;
    private boolean here;

    @StartSaga
    @SagaEventHandler(associationProperty = APPOINTMENT)
    void on(AppointmentBooked e) {
        booked = e;
        patientId = e.patientId();
        start = e.start();
        // Where nobody in particular is waited for, a provider may come with a move.
        with(e.providerId());
    }

    @SagaEventHandler(associationProperty = APPOINTMENT)
    void on(AppointmentRescheduled e) {
        start = e.start();
        with(e.providerId());
    }

    @SagaEventHandler(associationProperty = APPOINTMENT)
    void on(AppointmentCorrected e) {
        start = e.start();
        patientId = e.patientId();
        with(e.providerId());
    }

    @SagaEventHandler(associationProperty = APPOINTMENT)
    void on(AppointmentArrived e) {
        here = true;
    }

    @SagaEventHandler(associationProperty = APPOINTMENT)
    void on(ArrivalWithdrawn e) {
        here = false;
    }

    @SagaEventHandler(associationProperty = PROVIDER)
    void on(ProviderUnavailable e, EventMessage<?> m, Orders orders, Sites sites) {
        boolean meant = e.siteId().equals(booked.siteId())
                && !start.isBefore(e.from())
                && (e.until() == null || start.isBefore(e.until()));
        if (meant && !here) {
            Site site = sites.get(e.siteId());
            Errand.of(orders, NAME, null, m)
                    .send(
                            ProviderNews.expected(booked.appointmentId(), patientId, start, site, m.getIdentifier()),
                            booked.appointmentId());
        }
    }

    @SagaEventHandler(associationProperty = APPOINTMENT)
    void on(AppointmentCancelled e) {
        end();
    }

    @SagaEventHandler(associationProperty = APPOINTMENT)
    void on(AppointmentEnteredInError e) {
        end();
    }

    @SagaEventHandler(associationProperty = APPOINTMENT)
    void on(AppointmentNoShow e) {
        end();
    }

    @SagaEventHandler(associationProperty = APPOINTMENT)
    void on(AppointmentFulfilled e) {
        end();
    }

    private void with(String provider) {
        if (Objects.equals(providerId, provider)) {
            return;
        }
        if (providerId != null) {
            removeAssociationWith(PROVIDER, providerId);
        }
        providerId = provider;
        if (provider != null) {
            associateWith(PROVIDER, provider);
        }
    }
}
