package carequeue.adapter.payment;

import carequeue.api.Money;
import java.time.Instant;

/**
 * Money that moved at the provider.
 *
 * @param providerId the charge, refund or dispute that moved it
 * @param intentId the provider's name of the payment it belongs to, or null
 * @param ourId our attempt or refund, as the provider was told it, or null
 * @param amount always positive; the kind says which way it went
 * @param fee what the provider kept of it, in the currency of the account
 */
public record Movement(
        Kind kind, String providerId, String intentId, String ourId, Money amount, Money fee, Instant at) {

    /** Which way it went. */
    public enum Kind {
        CHARGE,
        REFUND,
        /** A refund that did not arrive: the money is here again. */
        REFUND_FAILED,
        /** A dispute took it. */
        DISPUTE,
        /** A dispute gave it back. */
        DISPUTE_BACK,
        /** Fees, payouts and whatever else no patient has to do with. */
        OTHER
    }
}
