package carequeue.command.journey;

import static org.axonframework.modelling.saga.SagaLifecycle.associateWith;
import static org.axonframework.modelling.saga.SagaLifecycle.end;

import carequeue.api.EventName;
import carequeue.api.Facts;
import carequeue.api.Ids;
import carequeue.api.appointment.AppointmentCommand.Arrive;
import carequeue.api.appointment.AppointmentCommand.CheckInAppointment;
import carequeue.api.appointment.AppointmentCommand.FulfilAppointment;
import carequeue.api.appointment.AppointmentCommand.WithdrawArrival;
import carequeue.api.queue.QueueCommand.JoinQueue;
import carequeue.api.queue.QueueCommand.Leave;
import carequeue.api.queue.QueueEvent.EntryJoined;
import carequeue.api.queue.QueueEvent.EntryLeft;
import carequeue.api.queue.QueueEvent.EntryPrioritized;
import carequeue.api.queue.QueueEvent.EntryTransferred;
import carequeue.api.queue.QueueEvent.ServiceCompleted;
import carequeue.api.queue.QueueEvent.ServiceStarted;
import carequeue.api.queue.QueueEvent.StepUndone;
import carequeue.api.site.Sites;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.*;
import carequeue.api.visit.VisitEvent.PatientIdentified;
import carequeue.api.visit.VisitEvent.VisitFinished;
import carequeue.api.visit.VisitEvent.VisitLeft;
import carequeue.api.visit.VisitEvent.VisitPlaced;
import carequeue.api.visit.VisitEvent.VisitReopened;
import carequeue.command.journey.Orders.Answer;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;

/** From the first place in a queue over every service to the end of the visit. */
@Saga
@ProcessingGroup("saga.visit-completion")
public class VisitCompletionSaga {

    private static final String NAME = "visit-completion";

    private EntryJoined place;
    private String patientId;
    private Integer acuity;
    private String appointmentId;

    @StartSaga
    @SagaEventHandler(associationProperty = "visitId")
    void on(EntryJoined e, EventMessage<?> m, Orders orders) {
        place = e;
        patientId = e.patientId();
        acuity = e.acuity();
        associateWith("entryId", e.entryId());
        errand(m, orders).send(new PlaceVisit(e.visitId(), e.queueId(), e.entryId(), e.ticket()));
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(VisitPlaced e) {
        appointmentId = e.appointmentId();
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(PatientIdentified e) {
        patientId = e.patientId();
    }

    @SagaEventHandler(associationProperty = "entryId")
    void on(EntryPrioritized e) {
        acuity = e.acuity();
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(ServiceStarted e, EventMessage<?> m, Orders orders) {
        errand(m, orders).send(new BeginService(e.visitId()));
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(
            ServiceCompleted e,
            EventMessage<?> m,
            Orders orders,
            @MetaDataValue(Facts.SITE) String siteId,
            @MetaDataValue(Facts.BUSINESS_DAY) String day) {
        Errand errand = errand(m, orders);
        if (e.next() != null) {
            JoinQueue next = further(siteId, e.next(), LocalDate.parse(day), e.at(), errand, "next");
            Answer placed = errand.send(next);
            if (placed.done()) {
                return;
            }
            raise(placed, errand);
        }
        errand.send(new FinishVisit(e.visitId()));
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(
            EntryTransferred e,
            EventMessage<?> m,
            Orders orders,
            Sites sites,
            @MetaDataValue(Facts.SITE) String siteId,
            @MetaDataValue(Facts.BUSINESS_DAY) String day) {
        Errand errand = errand(m, orders);
        LocalDate here = LocalDate.parse(day);
        LocalDate there =
                e.toSiteId().equals(siteId) ? here : sites.get(e.toSiteId()).businessDay(e.at());
        Answer placed =
                errand.send(further(e.toSiteId(), e.toServiceId(), there, e.arrivedAt(), errand, "there"), "there");
        if (!placed.done()) {
            putBack(e, siteId, here, placed, errand);
        }
    }

    /** Where the other queue would not take the patient, the old one does; nobody is lost on the way. */
    private void putBack(EntryTransferred e, String siteId, LocalDate day, Answer refused, Errand errand) {
        String service = e.queueId()
                .substring(
                        siteId.length() + 1,
                        e.queueId().length() - day.toString().length() - 1);
        Answer back = errand.send(further(siteId, service, day, e.arrivedAt(), errand, "back"), "back");
        if (!back.done()) {
            raise(refused, errand);
            errand.send(new EndUnseen(e.visitId(), back.refused().getMessage()));
        }
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(EntryLeft e, EventMessage<?> m, Orders orders) {
        errand(m, orders).send(new EndUnseen(e.visitId(), e.reason()));
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(StepUndone e, EventMessage<?> m, Orders orders) {
        Errand errand = errand(m, orders);
        acuity = e.back().acuity();
        if (e.undone().equals(name(ServiceStarted.class))) {
            errand.send(new BackToWaiting(e.visitId()));
        } else if (e.undone().equals(name(EntryLeft.class))) {
            Answer open = errand.send(new ReopenVisit(e.visitId()));
            if (!open.done()) {
                errand.send(new Leave(e.queueId(), e.entryId(), open.refused().getMessage()));
            }
        }
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(VisitLeft e, EventMessage<?> m, Orders orders) {
        if (e.appointmentId() != null) {
            errand(m, orders).send(new WithdrawArrival(e.appointmentId(), e.visitId(), e.reason()));
        }
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(VisitReopened e, EventMessage<?> m, Orders orders) {
        if (appointmentId != null) {
            Errand errand = errand(m, orders);
            errand.send(new Arrive(appointmentId, e.visitId()));
            errand.send(new CheckInAppointment(appointmentId, e.visitId()));
        }
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(VisitFinished e, EventMessage<?> m, Orders orders) {
        if (e.appointmentId() != null) {
            errand(m, orders).send(new FulfilAppointment(e.appointmentId(), e.visitId()));
        }
        end();
    }

    private JoinQueue further(
            String siteId, String serviceId, LocalDate day, Instant arrivedAt, Errand errand, String step) {
        String entryId = Ids.derived("entry", errand.visitId(), errand.eventId(), step);
        return Places.further(place, patientId, acuity, siteId, serviceId, day, arrivedAt, entryId);
    }

    private void raise(Answer refused, Errand errand) {
        errand.send(new RaiseItem(
                errand.visitId(), OpenItem.NOT_PLACED, refused.refused().getMessage()));
    }

    private Errand errand(EventMessage<?> m, Orders orders) {
        return Errand.of(orders, NAME, place.visitId(), m);
    }

    private static String name(Class<?> event) {
        return event.getAnnotation(EventName.class).value();
    }
}
