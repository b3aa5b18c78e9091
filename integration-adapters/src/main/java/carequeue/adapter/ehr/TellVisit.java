package carequeue.adapter.ehr;

import carequeue.adapter.outbox.Answer;
import carequeue.adapter.outbox.Attempt;
import carequeue.adapter.outbox.Effect;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.appointment.AppointmentCommand.NoteWritten;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.visit.VisitCommand.NoteTold;
import carequeue.api.visit.VisitCommand.RaiseItem;
import carequeue.api.visit.VisitEvent.VisitFinished;
import java.util.List;
import java.util.Optional;

/** Tells the EHR one step of a visit: on the Appointment, if there is one, and on the Encounter. */
public final class TellVisit implements Effect {

    private final VisitStep step;
    private final EhrService ehr;
    private final Links links;
    private final Visits visits;
    private final EhrPatients patients;

    public TellVisit(VisitStep step, EhrService ehr, Links links, Visits visits, EhrPatients patients) {
        this.step = step;
        this.ehr = ehr;
        this.links = links;
        this.visits = visits;
        this.patients = patients;
    }

    @Override
    public String name() {
        return step.effect();
    }

    @Override
    public String service() {
        return EhrService.EHR;
    }

    @Override
    public void carryOut(Attempt attempt, List<Answer> answers) {
        var visit = visits.find(attempt.row().aggregateId()).orElseThrow();
        String patient = patients.of(visit, answers);
        patients.crossing(visit, step.name());
        String appointment =
                visit.appointmentId() == null ? null : theirs(Links.Kind.APPOINTMENT, visit.appointmentId());
        var refused = tellAppointment(visit, appointment, unserved(attempt), answers);
        Told told = ehr.tellEncounter(news(attempt, visit, patient, appointment));
        links.keep(Links.Kind.VISIT, visit.visitId(), told.ehrId(), told.version());
        if (refused.isPresent()) {
            throw refused.get();
        }
        answers.add(Answer.of("told", new NoteTold(visit.visitId(), step.item(), EhrService.EHR, told.reference())));
    }

    // An appointment that the EHR does not let us move does not keep the Encounter from following the visit.
    private Optional<OutsideFailure> tellAppointment(
            Visits.Visit visit, String appointment, boolean unserved, List<Answer> answers) {
        if (appointment == null || step.appointment() == null) {
            return Optional.empty();
        }
        AppointmentStatus status = unserved ? AppointmentStatus.BOOKED : step.appointment();
        try {
            Told told = ehr.tellAppointment(appointment, status, unserved || step.back());
            if (told.version() != null) {
                answers.add(Answer.of("written", written(visit, told, status)));
            }
            return Optional.empty();
        } catch (OutsideFailure.Rejected | OutsideFailure.NotThere refused) {
            return Optional.of(refused);
        }
    }

    // Who was seen for something else only is awaited for this once more.
    private static boolean unserved(Attempt attempt) {
        return attempt.event().getPayload() instanceof VisitFinished finished && finished.appointmentId() == null;
    }

    private NoteWritten written(Visits.Visit visit, Told told, AppointmentStatus status) {
        return new NoteWritten(visit.appointmentId(), EhrService.EHR, told.ehrId(), told.version(), status);
    }

    private EncounterNews news(Attempt attempt, Visits.Visit visit, String patient, String appointment) {
        return new EncounterNews(
                visit.visitId(),
                theirs(Links.Kind.VISIT, visit.visitId()),
                visit.siteId(),
                patient,
                appointment,
                visit.providerId(),
                step.encounter(),
                attempt.happenedAt(),
                step.back());
    }

    private String theirs(Links.Kind kind, String ourId) {
        return links.of(kind, ourId).map(Links.Link::ehrId).orElse(null);
    }

    @Override
    public List<Answer> whenStuck(Attempt attempt, OutsideFailure failure) {
        String key = failure.mayPass() ? "waits" : "refused";
        return List.of(Answer.of(key, new RaiseItem(attempt.row().aggregateId(), step.item(), failure.getMessage())));
    }
}
