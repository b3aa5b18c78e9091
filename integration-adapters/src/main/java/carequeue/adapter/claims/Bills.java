package carequeue.adapter.claims;

import carequeue.adapter.filter.Filter;
import carequeue.adapter.filter.Purpose;
import carequeue.adapter.outbox.PastEvents;
import carequeue.api.Phi;
import carequeue.api.claim.BillingEvent.ClaimSubmitted;
import carequeue.api.claim.ClaimContent;
import carequeue.api.patient.Coverage;
import carequeue.api.patient.Coverage.Relationship;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientEvent;
import carequeue.api.patient.PatientEvent.CoverageRecorded;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Makes a bill of a submission and of what history holds of the patient now. */
@Component
public class Bills {

    private final PastEvents past;
    private final Filter filter;

    public Bills(PastEvents past, Filter filter) {
        this.past = past;
        this.filter = filter;
    }

    /** The latest submission of a claim; a status is asked of that. */
    ClaimSubmitted submission(String claimId, int number) {
        return past.of(claimId, ClaimSubmitted.class)
                .filter(one -> one.submission() == number)
                .reduce((before, after) -> after)
                .orElseThrow(() -> new Unsendable(List.of("submission")));
    }

    /**
     * What is to be sent, as far as it may leave.
     *
     * @throws Unsendable when the patient or the coverage is not known any more
     */
    Bill of(ClaimSubmitted claim) {
        List<PatientEvent> known =
                past.of(claim.patientId(), PatientEvent.class).toList();
        Map<String, Object> fields = new LinkedHashMap<>();
        coverage(claim, known, fields);
        patient(known, fields);
        content(claim.content(), fields);
        fields.put("serviceDate", claim.serviceDate());
        return crossed(claim, fields).bill(claim, earlier(claim, known));
    }

    /** The policy of the payer before, as its claim had it. */
    private Bill.Earlier earlier(ClaimSubmitted claim, List<PatientEvent> known) {
        if (claim.prior() == null) {
            return null;
        }
        ClaimSubmitted before = past.of(claim.prior().claimId(), ClaimSubmitted.class)
                .reduce((one, later) -> later)
                .orElseThrow(() -> new Unsendable(List.of("prior")));
        Map<String, Object> fields = new LinkedHashMap<>();
        coverage(before, known, fields);
        return new Bill.Earlier(
                crossed(claim, fields).insurance(before), claim.prior().adjudication());
    }

    private Crossed crossed(ClaimSubmitted claim, Map<String, Object> fields) {
        return new Crossed(filter.apply(Purpose.CLAIM, claim.patientId(), fields));
    }

    private static void coverage(ClaimSubmitted claim, List<PatientEvent> known, Map<String, Object> fields) {
        Coverage coverage = known.stream()
                .filter(CoverageRecorded.class::isInstance)
                .map(event -> ((CoverageRecorded) event).coverage())
                .filter(one -> one.coverageId().equals(claim.coverage().coverageId()))
                .reduce((before, after) -> after)
                .orElseThrow(() -> new Unsendable(List.of("coverage")));
        fields.put("payerId", claim.coverage().payerId());
        fields.put("payerName", claim.coverage().payerName());
        fields.put("memberId", value(coverage.memberId()));
        fields.put("groupNumber", value(coverage.groupNumber()));
        fields.put("relationship", coverage.relationship());
        boolean own = coverage.relationship() == null || coverage.relationship() == Relationship.SELF;
        if (!own && coverage.subscriber() != null) {
            fields.put("subscriberFirstName", value(coverage.subscriber().firstName()));
            fields.put("subscriberLastName", value(coverage.subscriber().lastName()));
            fields.put("subscriberBirthDate", value(coverage.subscriber().birthDate()));
        }
    }

    private static void patient(List<PatientEvent> known, Map<String, Object> fields) {
        Demographics who = known.stream()
                .map(Bills::demographics)
                .filter(Objects::nonNull)
                .reduce((before, after) -> after)
                .orElseThrow(() -> new Unsendable(List.of("patient")));
        fields.put("firstName", value(who.firstName()));
        fields.put("lastName", value(who.lastName()));
        fields.put("birthDate", value(who.birthDate()));
        fields.put("gender", value(who.gender()));
        fields.put("address", value(who.address()));
    }

    private static Demographics demographics(PatientEvent event) {
        return event instanceof PatientRegistered e
                ? e.demographics()
                : event instanceof PatientRecorded r ? r.demographics() : null;
    }

    private static void content(ClaimContent content, Map<String, Object> fields) {
        fields.put("diagnoses", value(content.diagnoses()));
        fields.put("procedures", content.lines());
    }

    private static <T> T value(Phi<T> phi) {
        return phi == null ? null : phi.known().orElse(null);
    }
}
