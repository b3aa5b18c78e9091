package carequeue.command.journey;

import static org.axonframework.modelling.saga.SagaLifecycle.end;

import carequeue.api.appointment.AppointmentCommand.WithdrawArrival;
import carequeue.api.visit.VisitCommand.RefuseCheckIn;
import carequeue.api.visit.VisitEvent.CheckInRequested;
import org.axonframework.eventhandling.EventMessage;

/** Who came, and how a check-in that cannot go on ends. */
abstract class CheckInCourse {

    static final String NAME = "check-in";

    CheckInRequested request;
    String patientId;
    /** Whether nothing about the patient is waited for any more. */
    boolean settled;

    void refuse(String rule, String sentence, Errand errand) {
        errand.send(new RefuseCheckIn(request.visitId(), rule, sentence));
        if (request.appointmentId() != null) {
            errand.send(new WithdrawArrival(request.appointmentId(), request.visitId(), sentence));
        }
        end();
    }

    Errand errand(EventMessage<?> m, Orders orders) {
        return Errand.of(orders, NAME, request.visitId(), m);
    }
}
