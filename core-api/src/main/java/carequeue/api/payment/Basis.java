package carequeue.api.payment;

import java.util.List;
import java.util.Locale;

/**
 * What was believed when an amount was asked; it stays on the payment.
 *
 * @param source where the amount comes from
 * @param eligibilityCheckId the check whose answer it was, or null
 * @param policy name of the payment policy
 * @param policyVersion its version
 * @param lines how the amount came together
 */
public record Basis(Source source, String eligibilityCheckId, String policy, int policyVersion, List<Line> lines) {

    /** Where an amount comes from. */
    public enum Source {
        ELIGIBILITY_ANSWER,
        SITE_DEFAULT,
        PRICE_LIST,
        BY_HAND,
        /** What the payers decided about the claim. */
        ADJUDICATION;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One part of the amount, such as a service's price or a co-pay, in minor units. */
    public record Line(String what, long amount) {}
}
