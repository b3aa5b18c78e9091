package carequeue.adapter.ehr;

import carequeue.adapter.outbox.Answer;
import carequeue.adapter.outbox.Attempt;
import carequeue.adapter.outbox.Effect;
import carequeue.adapter.outbox.PastEvents;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.appointment.AppointmentCommand.NoteWritten;
import carequeue.api.appointment.AppointmentEvent;
import carequeue.api.appointment.AppointmentEvent.AppointmentArrived;
import carequeue.api.appointment.AppointmentEvent.AppointmentBroughtBack;
import carequeue.api.appointment.AppointmentEvent.AppointmentEnteredInError;
import carequeue.api.appointment.AppointmentEvent.AppointmentNoShow;
import carequeue.api.appointment.AppointmentStatus;
import java.util.List;

/** Tells the EHR that nobody came for an appointment, or that the patient is awaited again; what it does not take is open on the worklist. */
public final class TellNoShow implements Effect {

    private final boolean missed;
    private final EhrService ehr;
    private final Links links;
    private final Untold untold;
    private final PastEvents past;
    private final EhrPatients patients;

    /** @param missed whether nobody came, or they are awaited again */
    public TellNoShow(
            boolean missed, EhrService ehr, Links links, Untold untold, PastEvents past, EhrPatients patients) {
        this.missed = missed;
        this.ehr = ehr;
        this.links = links;
        this.untold = untold;
        this.past = past;
        this.patients = patients;
    }

    /** The name of the one or the other. */
    static String name(boolean missed) {
        return missed ? "ehr.no-show" : "ehr.brought-back";
    }

    /** What is told of one appointment is told in order. */
    static String key(String appointmentId) {
        return "ehr-appointment:" + appointmentId;
    }

    @Override
    public String name() {
        return name(missed);
    }

    @Override
    public String service() {
        return EhrService.EHR;
    }

    @Override
    public void carryOut(Attempt attempt, List<Answer> answers) {
        String id = attempt.row().aggregateId();
        var link = links.of(Links.Kind.APPOINTMENT, id);
        if (link.isPresent() && stands(attempt)) {
            patients.crossing(id, missed ? "noshow" : "booked");
            ehr.tellNoShow(link.get().ehrId(), missed)
                    .filter(told -> told.version() != null)
                    .ifPresent(told -> answers.add(Answer.of("written", written(id, told))));
        }
        untold.close(id);
    }

    // What happened since is told by its own effect, or by the visit's; it is not overwritten by what came before.
    private boolean stands(Attempt attempt) {
        return past.of(attempt.row().aggregateId(), AppointmentEvent.class)
                .filter(TellNoShow::tells)
                .reduce((before, after) -> after)
                .filter(attempt.event().getPayload()::equals)
                .isPresent();
    }

    private static boolean tells(AppointmentEvent event) {
        return event instanceof AppointmentNoShow
                || event instanceof AppointmentBroughtBack
                || event instanceof AppointmentArrived
                || event instanceof AppointmentEnteredInError;
    }

    private NoteWritten written(String appointmentId, Told told) {
        AppointmentStatus status = missed ? AppointmentStatus.NOSHOW : AppointmentStatus.BOOKED;
        return new NoteWritten(appointmentId, EhrService.EHR, told.ehrId(), told.version(), status);
    }

    @Override
    public List<Answer> whenStuck(Attempt attempt, OutsideFailure failure) {
        untold.open(attempt.row().aggregateId(), missed ? "no-show" : "not a no-show", failure.getMessage());
        return List.of();
    }
}
