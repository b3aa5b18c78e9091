package carequeue.adapter.ehr;

import carequeue.adapter.outbox.Answer;
import carequeue.adapter.outbox.Attempt;
import carequeue.adapter.outbox.Effect;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientCommand.RecordPatient;
import carequeue.api.visit.Identification;
import carequeue.api.visit.LookupOutcome;
import carequeue.api.visit.VisitCommand.AnswerLookup;
import carequeue.api.visit.VisitEvent.PatientLookupRequested;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks the EHR who the patient is, for a check-in that waits for it. */
@Component
public class FindPatient implements Effect {

    private final EhrService ehr;
    private final Links links;
    private final Visits visits;
    private final EhrPatients patients;
    private final Clock clock;

    public FindPatient(EhrService ehr, Links links, Visits visits, EhrPatients patients, Clock clock) {
        this.ehr = ehr;
        this.links = links;
        this.visits = visits;
        this.patients = patients;
        this.clock = clock;
    }

    /** The sequence key of a visit's lookup: nothing else of the visit holds it up. */
    static String key(String visitId) {
        return "lookup:" + visitId;
    }

    @Override
    public String name() {
        return "ehr.find-patient";
    }

    @Override
    public String service() {
        return EhrService.EHR;
    }

    @Override
    public List<Answer> carryOut(Attempt attempt) {
        var asked = attempt.says(PatientLookupRequested.class);
        try {
            Search search = look(asked);
            if (search instanceof Search.Found found) {
                return found(asked, found.patient());
            }
            return answer(
                    asked, search instanceof Search.Nobody ? LookupOutcome.NOT_FOUND : LookupOutcome.AMBIGUOUS, null);
        } catch (Unacceptable broken) {
            return answer(asked, LookupOutcome.INVALID, broken.detail());
        } catch (OutsideFailure.NotThere gone) {
            return answer(asked, LookupOutcome.NOT_FOUND, null);
        }
    }

    private Search look(PatientLookupRequested asked) {
        if (asked.identification() != null) {
            return ehr.findPatient(asked.siteId(), asked.identification());
        }
        var link = links.of(Links.Kind.PATIENT, asked.patientId());
        if (link.isPresent()) {
            return new Search.Found(ehr.getPatient(asked.siteId(), link.get().ehrId()));
        }
        return patients.known(asked.patientId())
                .map(known -> ehr.findPatient(asked.siteId(), identification(known)))
                .orElseGet(Search.Nobody::new);
    }

    private List<Answer> found(PatientLookupRequested asked, PatientRecord patient) {
        // A patient known here keeps their identifier, also when the EHR is asked about them for the first time.
        String ours = asked.identification() == null ? asked.patientId() : links.ourPatient(patient.ehrId());
        var outcome = patient.deceased() ? LookupOutcome.DECEASED : LookupOutcome.FOUND;
        visits.lookedUp(asked.visitId(), outcome, patient.ehrId());
        var taken = new AnswerLookup(
                asked.visitId(), LookupOutcome.AMBIGUOUS, null, "the record number belongs to another patient here");
        return List.of(
                new Answer(
                        "record:" + patient.version(),
                        new RecordPatient(
                                ours,
                                asked.siteId(),
                                patient.demographics(),
                                EhrService.EHR,
                                patient.ehrId(),
                                patient.version(),
                                patient.deceased(),
                                clock.instant()),
                        List.of(Answer.of("taken", taken))),
                Answer.of(outcome.toString(), new AnswerLookup(asked.visitId(), outcome, ours, null)));
    }

    private List<Answer> answer(PatientLookupRequested asked, LookupOutcome outcome, String detail) {
        visits.lookedUp(asked.visitId(), outcome, null);
        return List.of(Answer.of(outcome.toString(), new AnswerLookup(asked.visitId(), outcome, null, detail)));
    }

    @Override
    public List<Answer> whenStuck(Attempt attempt, OutsideFailure failure) {
        var asked = attempt.says(PatientLookupRequested.class);
        return List.of(Answer.of(
                "unavailable",
                new AnswerLookup(asked.visitId(), LookupOutcome.UNAVAILABLE, null, failure.getMessage())));
    }

    private static Identification identification(Demographics known) {
        return new Identification(known.mrn(), known.firstName(), known.lastName(), known.birthDate(), known.phone());
    }
}
