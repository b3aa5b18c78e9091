package carequeue.adapter.payer;

import carequeue.adapter.filter.Filter;
import carequeue.adapter.filter.Purpose;
import carequeue.adapter.outbox.PastEvents;
import carequeue.api.Phi;
import carequeue.api.eligibility.EligibilityEvent;
import carequeue.api.eligibility.EligibilityEvent.EligibilityAnswered;
import carequeue.api.eligibility.EligibilityEvent.EligibilityDecided;
import carequeue.api.eligibility.EligibilityEvent.EligibilityRequested;
import carequeue.api.eligibility.NextStep;
import carequeue.api.patient.Coverage;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientEvent;
import carequeue.api.patient.PatientEvent.CoverageRecorded;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes the question of what history holds of the patient now, and sees whether it still has to be asked. */
@Component
public class Askings {

    private final PastEvents past;
    private final Filter filter;

    public Askings(PastEvents past, Filter filter) {
        this.past = past;
        this.filter = filter;
    }

    /** Whether a later question, an answer to this one, or somebody's decision has made it needless. */
    boolean overtaken(EligibilityRequested asked) {
        return past.of(asked.checkId(), EligibilityEvent.class)
                .dropWhile(event -> !(event instanceof EligibilityRequested one && one.ask() == asked.ask()))
                .anyMatch(later -> overtakes(later, asked.ask()));
    }

    private static boolean overtakes(EligibilityEvent later, int ask) {
        return later instanceof EligibilityDecided
                || later instanceof EligibilityRequested again && again.ask() > ask
                || later instanceof EligibilityAnswered answered
                        && answered.ask() == ask
                        && !answered.answer().passing()
                        && answered.next() != NextStep.AWAIT_ANSWER;
    }

    /** What is to be asked, as far as it may leave. */
    Question question(EligibilityRequested asked) {
        List<PatientEvent> known =
                past.of(asked.patientId(), PatientEvent.class).toList();
        Coverage coverage = known.stream()
                .filter(CoverageRecorded.class::isInstance)
                .map(event -> ((CoverageRecorded) event).coverage())
                .filter(one -> one.coverageId().equals(asked.coverage().coverageId()))
                .reduce((before, after) -> after)
                .orElseThrow(() -> new Unaskable("coverage"));
        Map<String, Object> fields = new HashMap<>();
        fields.put("serviceDate", asked.serviceDate());
        coverage(coverage, fields);
        patient(demographics(known), fields);
        return Question.of(
                asked.checkId() + "-" + asked.ask(),
                asked.siteId(),
                coverage.relationship(),
                filter.apply(Purpose.ELIGIBILITY, asked.patientId(), fields));
    }

    private static void coverage(Coverage coverage, Map<String, Object> fields) {
        fields.put("payerId", coverage.payerId());
        fields.put("payerName", coverage.payerName());
        fields.put("memberId", value(coverage.memberId()));
        fields.put("groupNumber", value(coverage.groupNumber()));
        fields.put("relationship", coverage.relationship());
        if (coverage.subscriber() != null) {
            fields.put("subscriberFirstName", value(coverage.subscriber().firstName()));
            fields.put("subscriberLastName", value(coverage.subscriber().lastName()));
            fields.put("subscriberBirthDate", value(coverage.subscriber().birthDate()));
        }
    }

    private static void patient(Demographics patient, Map<String, Object> fields) {
        fields.put("firstName", value(patient.firstName()));
        fields.put("lastName", value(patient.lastName()));
        fields.put("birthDate", value(patient.birthDate()));
        fields.put("gender", value(patient.gender()));
    }

    private static Demographics demographics(List<PatientEvent> known) {
        Demographics latest = null;
        for (PatientEvent event : known) {
            if (event instanceof PatientRegistered registered) {
                latest = registered.demographics();
            } else if (event instanceof PatientRecorded recorded) {
                latest = recorded.demographics();
            }
        }
        if (latest == null) {
            throw new Unaskable("patient");
        }
        return latest;
    }

    private static Object value(Phi<?> phi) {
        return phi == null ? null : phi.known().orElse(null);
    }
}
