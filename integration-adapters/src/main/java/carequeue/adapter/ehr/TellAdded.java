package carequeue.adapter.ehr;

import carequeue.adapter.outbox.Answer;
import carequeue.adapter.outbox.Attempt;
import carequeue.adapter.outbox.Effect;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.appointment.AppointmentCommand.NoteWritten;
import carequeue.api.appointment.AppointmentEvent.AppointmentArrived;
import carequeue.api.appointment.AppointmentEvent.AppointmentCheckedIn;
import carequeue.api.appointment.AppointmentEvent.AppointmentFulfilled;
import carequeue.api.appointment.AppointmentStatus;
import java.util.List;

/** Tells the EHR how far a further appointment of a visit is: the one that the visit began with is told with the visit. */
public final class TellAdded implements Effect {

    static final String NAME = "ehr.added-appointment";

    private final EhrService ehr;
    private final Links links;
    private final Untold untold;
    private final EhrPatients patients;

    public TellAdded(EhrService ehr, Links links, Untold untold, EhrPatients patients) {
        this.ehr = ehr;
        this.links = links;
        this.untold = untold;
        this.patients = patients;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String service() {
        return EhrService.EHR;
    }

    @Override
    public void carryOut(Attempt attempt, List<Answer> answers) {
        String id = attempt.row().aggregateId();
        AppointmentStatus status = status(attempt);
        links.of(Links.Kind.APPOINTMENT, id).ifPresent(link -> {
            patients.crossing(id, status.toString());
            Told told = ehr.tellAppointment(link.ehrId(), status, status == AppointmentStatus.BOOKED);
            if (told.version() != null) {
                var written = new NoteWritten(id, EhrService.EHR, told.ehrId(), told.version(), status);
                answers.add(Answer.of("written", written));
            }
        });
        untold.close(id);
    }

    private static AppointmentStatus status(Attempt attempt) {
        Object event = attempt.event().getPayload();
        if (event instanceof AppointmentArrived) {
            return AppointmentStatus.ARRIVED;
        } else if (event instanceof AppointmentCheckedIn) {
            return AppointmentStatus.CHECKED_IN;
        }
        return event instanceof AppointmentFulfilled ? AppointmentStatus.FULFILLED : AppointmentStatus.BOOKED;
    }

    @Override
    public List<Answer> whenStuck(Attempt attempt, OutsideFailure failure) {
        untold.open(attempt.row().aggregateId(), status(attempt).toString(), failure.getMessage());
        return List.of();
    }
}
