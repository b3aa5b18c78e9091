package carequeue.adapter.payer;

import static carequeue.api.eligibility.EligibilityState.ENROLMENT_MISSING;
import static carequeue.api.eligibility.EligibilityState.NOT_SUPPORTED;
import static carequeue.api.eligibility.EligibilityState.PATIENT_MUST_CORRECT;
import static carequeue.api.eligibility.EligibilityState.PAYER_UNAVAILABLE;
import static carequeue.api.eligibility.EligibilityState.UNKNOWN;

import carequeue.api.eligibility.EligibilityState;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The codes of AAA03 in an X12 271 (005010X279A1): why a payer did not answer a question, and what that comes to. */
final class RejectReason {

    private static final Map<String, EligibilityState> OUTCOMES = new LinkedHashMap<>();

    static {
        // Too many questions, no answer at this time, no answer at all.
        put(PAYER_UNAVAILABLE, "04", "42", "80");
        // Access, the provider's identification, name, specialty, telephone, state, referral, address; not eligible to
        // ask, not on file, not
        // enrolled on that day, unknown participant.
        put(ENROLMENT_MISSING, "41", "43", "44", "45", "46", "47", "48", "50", "51", "52", "79", "97");
        // The question's own form: input, benefit, product, dates of service outside of what may be asked.
        put(NOT_SUPPORTED, "33", "53", "54", "55", "56", "57", "62", "63");
        // Missing data, birth and death dates, patient, subscriber, group, and the payer's identifier on the coverage.
        put(PATIENT_MUST_CORRECT, "15", "58", "60", "61", "64", "65", "66", "67", "68", "69", "70", "71", "72", "73");
        put(PATIENT_MUST_CORRECT, "74", "75", "76", "77", "78", "T4");
        // Out of network, not the primary care physician, experimental: a person has to judge.
        put(UNKNOWN, "35", "49", "98");
    }

    private static final List<EligibilityState> WORST_FIRST =
            List.of(PATIENT_MUST_CORRECT, ENROLMENT_MISSING, NOT_SUPPORTED, UNKNOWN, PAYER_UNAVAILABLE);

    private RejectReason() {}

    private static void put(EligibilityState outcome, String... codes) {
        for (String code : codes) {
            OUTCOMES.put(code, outcome);
        }
    }

    /** Every code there is in answers about eligibility. Those of 278 (authorisations, such as {@code AA} to {@code AP}) never come here. */
    static Map<String, EligibilityState> all() {
        return Map.copyOf(OUTCOMES);
    }

    /** What several reasons come to: what somebody can put right comes before what may pass by itself; an unknown code is for a person. */
    static EligibilityState outcome(Collection<String> codes) {
        List<EligibilityState> found =
                codes.stream().map(code -> OUTCOMES.getOrDefault(code, UNKNOWN)).toList();
        return WORST_FIRST.stream().filter(found::contains).findFirst().orElse(UNKNOWN);
    }
}
