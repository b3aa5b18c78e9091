package carequeue.adapter.ehr;

import carequeue.adapter.outbox.Answer;
import carequeue.adapter.outbox.Attempt;
import carequeue.adapter.outbox.Effect;
import carequeue.adapter.outbox.PastEvents;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.patient.Coverage;
import carequeue.api.patient.PatientCommand.RecordCoverages;
import carequeue.api.patient.PatientEvent.CoverageRecorded;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes over the insurance that the EHR knows of a patient who checks in, unless the desk has typed one in. */
@Component
public class ReadCoverages implements Effect {

    private final EhrService ehr;
    private final Links links;
    private final Visits visits;
    private final PastEvents past;
    private final EhrPatients patients;

    public ReadCoverages(EhrService ehr, Links links, Visits visits, PastEvents past, EhrPatients patients) {
        this.ehr = ehr;
        this.links = links;
        this.visits = visits;
        this.past = past;
        this.patients = patients;
    }

    /** The sequence key of a visit's coverages: nothing else of the visit waits for them. */
    static String key(String visitId) {
        return "coverages:" + visitId;
    }

    @Override
    public String name() {
        return "ehr.read-coverages";
    }

    @Override
    public String service() {
        return EhrService.EHR;
    }

    @Override
    public void carryOut(Attempt attempt, List<Answer> answers) {
        var visit = visits.find(attempt.row().aggregateId()).orElseThrow();
        var link = links.of(Links.Kind.PATIENT, visit.patientId());
        if (link.isEmpty() || typedIn(visit.patientId())) {
            return;
        }
        patients.asksFor(visit.patientId());
        List<Coverage> known = ehr.coveragesOf(visit.siteId(), link.get().ehrId());
        // None there is no word that the patient pays themselves.
        if (!known.isEmpty()) {
            answers.add(Answer.of("coverages", new RecordCoverages(visit.patientId(), known, EhrService.EHR)));
        }
    }

    private boolean typedIn(String patientId) {
        return past.of(patientId, CoverageRecorded.class).anyMatch(said -> !EhrService.EHR.equals(said.source()));
    }

    @Override
    public List<Answer> whenStuck(Attempt attempt, OutsideFailure failure) {
        return List.of();
    }
}
