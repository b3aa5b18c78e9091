package carequeue.api.claim;

import java.util.List;
import java.util.Locale;

/**
 * What a clearing-house or payer says about a submission before it decides.
 *
 * @param payerClaimNumber the payer's own number of the claim, or null
 * @param codes its own codes, such as {@code A7:21}, so that a person can look them up; nothing personal
 */
public record Acknowledgement(Word word, String payerClaimNumber, List<String> codes) {

    /** What was said. */
    public enum Word {
        /** It is underway, or somebody has it who does not decide. */
        ON_ITS_WAY,
        ACCEPTED,
        /** The payer has it and needs longer. */
        PENDING,
        REJECTED,
        /** The payer wants to know more before it decides. */
        NEEDS_INFORMATION,
        NOT_FOUND,
        /** It is decided; the decision comes by itself. */
        FINALIZED,
        /** It never left us; the codes name by JSON pointers what it lacks. */
        UNSENT,
        /** Nobody can say now. */
        UNAVAILABLE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Acknowledgement {
        codes = codes == null ? List.of() : List.copyOf(codes);
    }
}
