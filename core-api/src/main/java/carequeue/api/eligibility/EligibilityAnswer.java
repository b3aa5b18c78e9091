package carequeue.api.eligibility;

import java.util.List;

/**
 * What a payer answered, in the clinic's words.
 *
 * @param outcome anything but {@code requested}
 * @param codes the payer's own codes, such as {@code AAA03:75}, so that a person can look them up; nothing personal
 */
public record EligibilityAnswer(EligibilityState outcome, Benefits benefits, FollowUp followUp, List<String> codes) {

    public EligibilityAnswer {
        codes = List.copyOf(codes);
    }

    /** Whether asking the same again could bring another answer by itself. */
    public boolean passing() {
        return outcome == EligibilityState.PAYER_UNAVAILABLE;
    }
}
