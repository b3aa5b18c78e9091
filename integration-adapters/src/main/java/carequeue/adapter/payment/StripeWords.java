package carequeue.adapter.payment;

import carequeue.api.payment.AttemptState;
import carequeue.api.payment.DisputeState;
import carequeue.api.payment.RefundState;
import java.util.Map;
import java.util.Optional;

/** Stripe's statuses of PaymentIntents, refunds and disputes in our words; a status that is not here is not guessed at. */
public final class StripeWords {

    private static final Map<String, AttemptState> INTENT = Map.of(
            // Made, not yet confirmed: it is on its way.
            "requires_confirmation", AttemptState.STARTED,
            "requires_action", AttemptState.REQUIRES_ACTION,
            "processing", AttemptState.PROCESSING,
            "requires_capture", AttemptState.AUTHORISED,
            "succeeded", AttemptState.CAPTURED,
            "canceled", AttemptState.CANCELLED);

    private static final Map<String, RefundState> REFUND = Map.of(
            "pending", RefundState.PENDING,
            // The customer has to say where the money goes: it has not gone yet.
            "requires_action", RefundState.PENDING,
            "succeeded", RefundState.DONE,
            "failed", RefundState.FAILED,
            // Called back before it went: for the payment the same as failed.
            "canceled", RefundState.FAILED);

    private static final Map<String, DisputeState> DISPUTE = Map.of(
            // An inquiry: no money has moved, but it may still, so nothing is refunded meanwhile.
            "warning_needs_response", DisputeState.OPEN,
            "warning_under_review", DisputeState.OPEN,
            "warning_closed", DisputeState.WON,
            "needs_response", DisputeState.OPEN,
            "under_review", DisputeState.OPEN,
            "won", DisputeState.WON,
            "lost", DisputeState.LOST,
            // Settled before it became a dispute; where that was by a refund, the refund is told on its own.
            "prevented", DisputeState.WON,
            // Sent by old API versions only: the refund that ended it is told on its own.
            "charge_refunded", DisputeState.WON);

    private StripeWords() {}

    /**
     * Where an attempt stands.
     *
     * @param declined whether the last try was declined
     * @param mayTryAgain whether the person may try again on the same page or reader
     * @return empty for a status of a later API, of which nothing is known
     */
    public static Optional<AttemptState> attempt(String status, boolean declined, boolean mayTryAgain) {
        if ("requires_payment_method".equals(status)) {
            // The one status that means three things: nobody has paid yet, they may try again, or it is over.
            return Optional.of(declined && !mayTryAgain ? AttemptState.FAILED : AttemptState.REQUIRES_ACTION);
        }
        return Optional.ofNullable(INTENT.get(status));
    }

    /** The statuses of a PaymentIntent that mean one thing each; {@code requires_payment_method} is not among them. */
    public static Map<String, AttemptState> attempts() {
        return INTENT;
    }

    /** The statuses of a refund. */
    public static Map<String, RefundState> refunds() {
        return REFUND;
    }

    /** The statuses of a dispute. */
    public static Map<String, DisputeState> disputes() {
        return DISPUTE;
    }

    /** Where a refund stands; empty for an unknown status. */
    public static Optional<RefundState> refund(String status) {
        return Optional.ofNullable(REFUND.get(status));
    }

    /** Where a dispute stands; empty for an unknown status. */
    public static Optional<DisputeState> dispute(String status) {
        return Optional.ofNullable(DISPUTE.get(status));
    }
}
