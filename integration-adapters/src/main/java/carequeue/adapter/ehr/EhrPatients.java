package carequeue.adapter.ehr;

import carequeue.adapter.outbox.Answer;
import carequeue.adapter.outbox.NotYet;
import carequeue.adapter.outbox.PastEvents;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientCommand.LinkPatient;
import carequeue.api.patient.PatientEvent;
import carequeue.api.visit.LookupOutcome;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.CloseItem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who the patient of a visit is in the EHR; a person registered here and unknown there is made there. */
@Component
public class EhrPatients {

    private static final Set<String> NOT_OURS_TO_MAKE = Set.of(
            LookupOutcome.AMBIGUOUS.toString(), LookupOutcome.INVALID.toString(), LookupOutcome.DECEASED.toString());

    private final EhrService ehr;
    private final Links links;
    private final Visits visits;
    private final PastEvents past;

    public EhrPatients(EhrService ehr, Links links, Visits visits, PastEvents past) {
        this.ehr = ehr;
        this.links = links;
        this.visits = visits;
        this.past = past;
    }

    /** The patient's identifier there; what the clinic is to be told of it is added to the answers. */
    String of(Visits.Visit visit, List<Answer> answers) {
        if (visit.ehrPatientId() != null) {
            return visit.ehrPatientId();
        }
        return links.of(Links.Kind.PATIENT, visit.patientId())
                .map(Links.Link::ehrId)
                .orElseGet(() -> make(visit, answers));
    }

    /** The latest demographics that history holds of a patient. */
    Optional<Demographics> known(String patientId) {
        return past.of(patientId, PatientEvent.class)
                .map(EhrPatients::demographics)
                .flatMap(Optional::stream)
                .reduce((before, after) -> after);
    }

    private String make(Visits.Visit visit, List<Answer> answers) {
        // A person who may turn out to be known there is not made a second time.
        if (visits.lookupUnderWay(visit.visitId())) {
            throw new NotYet("the EHR has still to say who the patient is");
        }
        if (visit.lookup() != null && NOT_OURS_TO_MAKE.contains(visit.lookup())) {
            throw new OutsideFailure.Rejected(
                    EhrService.EHR, "does not know the patient for certain (" + visit.lookup() + ")");
        }
        Demographics demographics =
                known(visit.patientId()).orElseThrow(() -> new NotYet("the patient is not registered yet"));
        Told told = ehr.createPatientIfNone(visit.siteId(), visit.patientId(), demographics);
        // The link is kept when the clinic has noted it: a crash in between leaves nothing untold.
        answers.add(Answer.of("link", new LinkPatient(visit.patientId(), EhrService.EHR, told.ehrId())));
        answers.add(
                Answer.of("matched", new CloseItem(visit.visitId(), OpenItem.PATIENT_TYPED_IN, "linked with the EHR")));
        return told.ehrId();
    }

    private static Optional<Demographics> demographics(PatientEvent event) {
        if (event instanceof PatientEvent.PatientRegistered registered) {
            return Optional.of(registered.demographics());
        }
        return event instanceof PatientEvent.PatientRecorded recorded
                ? Optional.of(recorded.demographics())
                : Optional.empty();
    }
}
