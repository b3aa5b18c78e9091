package carequeue.command.journey;

import static org.axonframework.modelling.saga.SagaLifecycle.end;

import carequeue.api.appointment.AppointmentCommand.Arrive;
import carequeue.api.appointment.AppointmentCommand.CheckInAppointment;
import carequeue.api.appointment.AppointmentCommand.FulfilAppointment;
import carequeue.api.appointment.AppointmentCommand.WithdrawArrival;
import carequeue.api.queue.QueueCommand.EnterInError;
import carequeue.api.queue.QueueCommand.Leave;
import carequeue.api.queue.QueueEvent.EntryJoined;
import carequeue.api.visit.VisitCommand.ReopenVisit;
import carequeue.api.visit.VisitEvent.TakenBack;
import carequeue.api.visit.VisitEvent.VisitFinished;
import carequeue.api.visit.VisitEvent.VisitLeft;
import carequeue.api.visit.VisitEvent.VisitPlaced;
import carequeue.api.visit.VisitEvent.VisitReopened;
import carequeue.command.journey.Orders.Answer;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.SagaEventHandler;

/** How a visit comes to an end, or goes on after one that was taken back; its appointment goes the same way. */
abstract class EndingCourse {

    static final String NAME = "visit-completion";

    EntryJoined place;
    /** Whether the visit ended unseen. */
    boolean left;
    /** The entries by which the patient still stands in a line or is served. */
    final Set<String> here = new TreeSet<>();

    String appointmentId;
    /** The places of what the patient came for first, one after the other. */
    final Set<String> first = new TreeSet<>();
    /** Whether the patient was seen for that. */
    boolean served;

    @SagaEventHandler(associationProperty = "visitId")
    void on(VisitPlaced e) {
        appointmentId = e.appointmentId();
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(VisitLeft e, EventMessage<?> m, Orders orders) {
        left = true;
        if (e.appointmentId() != null) {
            errand(m, orders).send(new WithdrawArrival(e.appointmentId(), e.visitId(), e.reason()));
        }
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(VisitReopened e, EventMessage<?> m, Orders orders) {
        left = false;
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
        } else if (appointmentId != null) {
            // Seen for something else only, they are awaited for this once more, until that is over too.
            String why = "the visit ended without this service";
            errand(m, orders).send(new WithdrawArrival(appointmentId, e.visitId(), why));
        }
        end();
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(TakenBack e) {
        end();
    }

    /** The patient is back; where the visit cannot go on, since there is another one, they leave this line again. */
    void reopen(String queueId, String entryId, Errand errand) {
        Answer open = errand.send(new ReopenVisit(errand.visitId()));
        if (open.done()) {
            return;
        }
        String why = open.refused().getMessage();
        if (!errand.send(new Leave(queueId, entryId, why)).done()) {
            errand.send(new EnterInError(queueId, errand.visitId(), why));
        }
    }

    Errand errand(EventMessage<?> m, Orders orders) {
        return Errand.of(orders, NAME, place.visitId(), m);
    }
}
