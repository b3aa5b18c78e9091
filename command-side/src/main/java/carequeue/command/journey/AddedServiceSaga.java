package carequeue.command.journey;

import static org.axonframework.modelling.saga.SagaLifecycle.end;

import carequeue.api.Facts;
import carequeue.api.Ids;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.Arrive;
import carequeue.api.appointment.AppointmentCommand.BeginAppointment;
import carequeue.api.appointment.AppointmentCommand.CheckInAppointment;
import carequeue.api.appointment.AppointmentCommand.FulfilAppointment;
import carequeue.api.appointment.AppointmentCommand.WithdrawArrival;
import carequeue.api.queue.QueueCommand.JoinQueue;
import carequeue.api.queue.QueueEvent.EntryTransferred;
import carequeue.api.queue.QueueEvent.ServiceStarted;
import carequeue.api.queue.QueueEvent.StepUndone;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.api.visit.VisitEvent.CheckInRefused;
import carequeue.api.visit.VisitEvent.ServiceAdded;
import carequeue.api.visit.VisitEvent.TakenBack;
import carequeue.api.visit.VisitEvent.VisitFinished;
import carequeue.api.visit.VisitEvent.VisitLeft;
import carequeue.api.visit.VisitEvent.VisitPlaced;
import carequeue.api.visit.VisitEvent.VisitReopened;
import carequeue.command.journey.Orders.Answer;
import java.time.LocalDate;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;

/** A second check-in of an open visit: its service gets a place beside the first, its appointment goes the visit's way. */
@Saga
@ProcessingGroup("saga.added-service")
public class AddedServiceSaga {

    private static final String NAME = "added-service";

    private ServiceAdded added;
    private LocalDate day;
    private boolean joined;
    /** The place of this service, or null where another place of the visit serves for it as well. */
    private String entryId;
    /** Whether it shares the place that the visit has in the queue of this service already. */
    private boolean shared;
    /** Whether the patient was seen for it. */
    private boolean served;

    @StartSaga(forceNew = true)
    @SagaEventHandler(associationProperty = "visitId")
    void on(
            ServiceAdded e,
            EventMessage<?> m,
            Orders orders,
            Sites sites,
            @MetaDataValue(Facts.BUSINESS_DAY) String businessDay) {
        if (added != null) {
            return;
        }
        added = e;
        day = LocalDate.parse(businessDay);
        Errand errand = Errand.of(orders, NAME, e.visitId(), m);
        arrive(errand);
        if (e.ticket() != null) {
            join(e.ticket(), e.patientId(), sites, errand);
        }
    }

    /** The first place, and with it the ticket, came after the second check-in. */
    @SagaEventHandler(associationProperty = "visitId")
    void on(VisitPlaced e, EventMessage<?> m, Orders orders, Sites sites) {
        if (!joined) {
            join(e.ticket(), e.patientId(), sites, Errand.of(orders, NAME, e.visitId(), m));
        }
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(CheckInRefused e, EventMessage<?> m, Orders orders) {
        withdraw(e.sentence(), Errand.of(orders, NAME, e.visitId(), m));
        end();
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(TakenBack e, EventMessage<?> m, Orders orders) {
        withdraw(e.reason(), Errand.of(orders, NAME, e.visitId(), m));
        end();
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(VisitLeft e, EventMessage<?> m, Orders orders) {
        withdraw(e.reason(), Errand.of(orders, NAME, e.visitId(), m));
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(VisitReopened e, EventMessage<?> m, Orders orders) {
        arrive(Errand.of(orders, NAME, e.visitId(), m));
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(ServiceStarted e, EventMessage<?> m, Orders orders) {
        boolean meant = shared ? e.queueId().equals(queue()) : entryId == null || entryId.equals(e.entryId());
        if (joined && meant) {
            served = true;
            if (added.appointmentId() != null) {
                BeginAppointment begin = new BeginAppointment(added.appointmentId(), e.visitId());
                step(m, orders).send(begin, "begin " + added.appointmentId());
            }
        }
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(StepUndone e) {
        boolean meant = shared ? e.queueId().equals(queue()) : e.entryId().equals(entryId);
        if (meant && e.undone().equals("queue.service-started")) {
            served = false;
        }
    }

    /** Sent to another queue they are seen there: what the visit comes to, its appointment comes to. */
    @SagaEventHandler(associationProperty = "visitId")
    void on(EntryTransferred e) {
        if (e.entryId().equals(entryId)) {
            entryId = null;
        }
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(VisitFinished e, EventMessage<?> m, Orders orders) {
        // A shared place may have been served before this was asked for.
        boolean seen = served || shared && e.appointmentId() != null;
        if (added.appointmentId() != null && seen) {
            step(m, orders).send(new FulfilAppointment(added.appointmentId(), e.visitId()), added.appointmentId());
        } else {
            // Seen for something else only, they are awaited for this once more, until that is over too.
            withdraw("the visit ended without this service", step(m, orders));
        }
        end();
    }

    private void join(String ticket, String patientId, Sites sites, Errand errand) {
        Site site = sites.get(added.siteId());
        entryId = Ids.derived("entry", added.visitId(), added.serviceId(), String.valueOf(added.appointmentId()));
        JoinQueue order = new JoinQueue(
                queue(),
                site.siteId(),
                added.serviceId(),
                day,
                entryId,
                added.visitId(),
                patientId,
                null,
                added.providerId(),
                added.slot(),
                added.at(),
                ticket,
                null,
                site);
        Answer placed = errand.send(order, entryId);
        joined = true;
        shared = placed.refused() instanceof Refused.AgainstRule rule
                && rule.rule().equals("twice-in-queue");
        if (!placed.done() && !shared) {
            errand.send(Places.notPlaced(placed, errand), "not placed " + entryId);
        } else if (added.appointmentId() != null) {
            errand.send(new CheckInAppointment(added.appointmentId(), added.visitId()), "in " + added.appointmentId());
        }
    }

    private String queue() {
        return Ids.queue(added.siteId(), added.serviceId(), day);
    }

    private void arrive(Errand errand) {
        if (added.appointmentId() != null) {
            errand.send(new Arrive(added.appointmentId(), added.visitId()), "arrive " + added.appointmentId());
        }
    }

    private void withdraw(String why, Errand errand) {
        if (added.appointmentId() != null) {
            errand.send(
                    new WithdrawArrival(added.appointmentId(), added.visitId(), why), "back " + added.appointmentId());
        }
    }

    private Errand step(EventMessage<?> m, Orders orders) {
        return Errand.of(orders, NAME, added.visitId(), m);
    }
}
