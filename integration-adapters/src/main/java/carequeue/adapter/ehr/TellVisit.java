package carequeue.adapter.ehr;

import carequeue.adapter.outbox.Answer;
import carequeue.adapter.outbox.Attempt;
import carequeue.adapter.outbox.Effect;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.appointment.AppointmentCommand.NoteWritten;
import carequeue.api.visit.VisitCommand.NoteTold;
import carequeue.api.visit.VisitCommand.RaiseItem;
import java.util.ArrayList;
import java.util.List;

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
    public List<Answer> carryOut(Attempt attempt) {
        var visit = visits.find(attempt.row().aggregateId()).orElseThrow();
        List<Answer> answers = new ArrayList<>();
        String ehrPatient = patients.of(visit, answers);
        String appointment = visit.appointmentId() == null
                ? null
                : links.of(Links.Kind.APPOINTMENT, visit.appointmentId())
                        .map(Links.Link::ehrId)
                        .orElse(null);
        if (appointment != null && step.appointment() != null) {
            answers.add(written(visit, ehr.tellAppointment(appointment, step.appointment(), step.back())));
        }
        Told told = ehr.tellEncounter(news(attempt, visit, ehrPatient, appointment));
        links.keep(Links.Kind.VISIT, visit.visitId(), told.ehrId(), told.version());
        answers.add(Answer.of("told", new NoteTold(visit.visitId(), step.item(), EhrService.EHR, told.reference())));
        return answers;
    }

    private EncounterNews news(Attempt attempt, Visits.Visit visit, String ehrPatient, String appointment) {
        String encounter = links.of(Links.Kind.VISIT, visit.visitId())
                .map(Links.Link::ehrId)
                .orElse(null);
        return new EncounterNews(
                visit.visitId(),
                encounter,
                visit.siteId(),
                ehrPatient,
                appointment,
                visit.providerId(),
                step.encounter(),
                attempt.event().getTimestamp(),
                step.back());
    }

    private Answer written(Visits.Visit visit, Told told) {
        return Answer.of(
                "written",
                new NoteWritten(
                        visit.appointmentId(), EhrService.EHR, told.ehrId(), told.version(), step.appointment()));
    }

    @Override
    public List<Answer> whenStuck(Attempt attempt, OutsideFailure failure) {
        String key = failure.mayPass() ? "waits" : "refused";
        return List.of(Answer.of(key, new RaiseItem(attempt.row().aggregateId(), step.item(), failure.getMessage())));
    }
}
