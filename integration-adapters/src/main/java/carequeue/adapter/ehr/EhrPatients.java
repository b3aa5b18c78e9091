package carequeue.adapter.ehr;

import carequeue.adapter.filter.Filter;
import carequeue.adapter.filter.Purpose;
import carequeue.adapter.outbox.Answer;
import carequeue.adapter.outbox.NotYet;
import carequeue.adapter.outbox.PastEvents;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.Phi;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientCommand.LinkPatient;
import carequeue.api.patient.PatientEvent;
import carequeue.api.visit.Identification;
import carequeue.api.visit.LookupOutcome;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.CloseItem;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Filter filter;

    public EhrPatients(EhrService ehr, Links links, Visits visits, PastEvents past, Filter filter) {
        this.ehr = ehr;
        this.links = links;
        this.visits = visits;
        this.past = past;
        this.filter = filter;
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
        Told told =
                ehr.createPatientIfNone(visit.siteId(), visit.patientId(), crossing(visit.patientId(), demographics));
        // The link is kept when the clinic has noted it: a crash in between leaves nothing untold.
        answers.add(Answer.of("link", new LinkPatient(visit.patientId(), EhrService.EHR, told.ehrId())));
        answers.add(
                Answer.of("matched", new CloseItem(visit.visitId(), OpenItem.PATIENT_TYPED_IN, "linked with the EHR")));
        return told.ehrId();
    }

    /** What of a person the EHR is told. */
    private Demographics crossing(String patientId, Demographics who) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("mrn", who.mrn());
        fields.put("firstName", who.firstName());
        fields.put("lastName", who.lastName());
        fields.put("birthDate", who.birthDate() == null ? who.born() : who.birthDate());
        fields.put("phone", who.phone());
        fields.put("email", who.email());
        fields.put("gender", who.gender());
        fields.put("address", who.address());
        Set<String> crosses = filter.apply(Purpose.EHR_WRITE, patientId, fields).keySet();
        return new Demographics(
                crosses.contains("mrn") ? who.mrn() : null,
                who.firstName(),
                who.lastName(),
                crosses.contains("birthDate") ? who.birthDate() : null,
                crosses.contains("phone") ? who.phone() : null,
                crosses.contains("email") ? who.email() : null,
                crosses.contains("gender") ? who.gender() : null,
                crosses.contains("address") ? who.address() : null,
                crosses.contains("birthDate") ? who.born() : null);
    }

    /** Notes what of a visit the EHR is told. */
    void crossing(Visits.Visit visit, String status) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("visitId", visit.visitId());
        fields.put("patientId", visit.patientId());
        fields.put("appointmentId", visit.appointmentId());
        fields.put("provider", visit.providerId());
        fields.put("status", status);
        filter.apply(Purpose.EHR_WRITE, visit.patientId(), fields);
    }

    /** Notes what of an appointment the EHR is told. */
    void crossing(String appointmentId, String status) {
        filter.apply(Purpose.EHR_WRITE, null, Map.of("appointmentId", appointmentId, "status", status));
    }

    /** By what of it the EHR may be asked who a person is. */
    Identification searched(String patientId, Identification by) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("mrn", value(by.mrn()));
        fields.put("firstName", value(by.firstName()));
        fields.put("lastName", value(by.lastName()));
        fields.put("birthDate", value(by.birthDate()));
        fields.put("phone", value(by.phone()));
        Map<String, Object> said = filter.apply(Purpose.EHR_SEARCH, patientId, fields);
        return new Identification(
                text(said.get("mrn")),
                text(said.get("firstName")),
                text(said.get("lastName")),
                said.get("birthDate") instanceof LocalDate day ? Phi.of(day) : null,
                text(said.get("phone")));
    }

    /** Notes that the EHR is asked about a patient whom it knows by its own identifier. */
    void asksFor(String patientId) {
        filter.apply(Purpose.EHR_SEARCH, patientId, Map.of("patientId", patientId));
    }

    private static Object value(Phi<?> phi) {
        return phi == null ? null : phi.known().orElse(null);
    }

    private static Phi<String> text(Object said) {
        return said == null ? null : Phi.of(said.toString());
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
