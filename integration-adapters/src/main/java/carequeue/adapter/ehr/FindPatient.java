package carequeue.adapter.ehr;

import carequeue.adapter.outbox.Answer;
import carequeue.adapter.outbox.Attempt;
import carequeue.adapter.outbox.Effect;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientCommand.RecordPatient;
import carequeue.api.site.Sites;
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
    private final Sites sites;
    private final Clock clock;

    public FindPatient(EhrService ehr, Links links, Visits visits, EhrPatients patients, Sites sites, Clock clock) {
        this.ehr = ehr;
        this.links = links;
        this.visits = visits;
        this.patients = patients;
        this.sites = sites;
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
    public void carryOut(Attempt attempt, List<Answer> answers) {
        var asked = attempt.says(PatientLookupRequested.class);
        try {
            Search search = look(asked);
            if (search instanceof Search.Found found) {
                found(asked, found.patient(), answers);
            } else {
                boolean nobody = search instanceof Search.Nobody;
                answers.add(answer(asked, nobody ? LookupOutcome.NOT_FOUND : LookupOutcome.AMBIGUOUS, null));
            }
        } catch (Unacceptable broken) {
            answers.add(answer(asked, LookupOutcome.INVALID, broken.detail()));
        } catch (OutsideFailure.NotThere gone) {
            answers.add(answer(asked, LookupOutcome.NOT_FOUND, null));
        }
    }

    private Search look(PatientLookupRequested asked) {
        if (asked.identification() != null) {
            return ehr.findPatient(asked.siteId(), patients.searched(asked.patientId(), asked.identification()));
        }
        var link = links.of(Links.Kind.PATIENT, asked.patientId());
        if (link.isPresent()) {
            patients.asksFor(asked.patientId());
            return new Search.Found(ehr.getPatient(asked.siteId(), link.get().ehrId()));
        }
        return patients.known(asked.patientId())
                .map(known -> patients.searched(asked.patientId(), identification(known)))
                .map(by -> ehr.findPatient(asked.siteId(), by))
                .orElseGet(Search.Nobody::new);
    }

    private void found(PatientLookupRequested asked, PatientRecord patient, List<Answer> answers) {
        // A patient known here keeps their identifier, also when the EHR is asked about them for the first time.
        String ours = asked.identification() == null ? asked.patientId() : links.ourPatient(patient.ehrId());
        var outcome = patient.deceased() ? LookupOutcome.DECEASED : LookupOutcome.FOUND;
        visits.lookedUp(asked.visitId(), outcome, patient.ehrId());
        var taken = new AnswerLookup(
                asked.visitId(), LookupOutcome.AMBIGUOUS, null, "the record number belongs to another patient here");
        answers.add(new Answer(
                "record:" + patient.version(), record(asked, ours, patient), List.of(Answer.of("taken", taken))));
        answers.add(Answer.of(outcome.toString(), new AnswerLookup(asked.visitId(), outcome, ours, null)));
    }

    private RecordPatient record(PatientLookupRequested asked, String ours, PatientRecord patient) {
        return new RecordPatient(
                ours,
                asked.siteId(),
                patient.demographics(),
                EhrService.EHR,
                patient.ehrId(),
                patient.version(),
                patient.deceased(),
                clock.instant(),
                patient.saidAt(),
                sites.get(asked.siteId()).policies().conflicts());
    }

    private Answer answer(PatientLookupRequested asked, LookupOutcome outcome, String detail) {
        visits.lookedUp(asked.visitId(), outcome, null);
        return Answer.of(outcome.toString(), new AnswerLookup(asked.visitId(), outcome, null, detail));
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
