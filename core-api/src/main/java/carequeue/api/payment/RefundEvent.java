package carequeue.api.payment;

import carequeue.api.EventName;
import carequeue.api.Money;
import java.time.Instant;

/** What happened to money that goes back, by our will or the bank's. */
public sealed interface RefundEvent extends PaymentEvent {

    /** Money may have to be given back; a person decides. */
    @EventName("payment.refund-proposed")
    record RefundProposed(String paymentId, Money amount, String reason, String visitId, Instant at)
            implements RefundEvent {}

    /**
     * Money is to be given back to where an attempt took it from; of cash it has been. The refund's identifier is the provider's idempotency key.
     *
     * @param providerId of the attempt, null for cash
     * @param tillId the till that gave the cash, null for a card
     * @param approvedBy the second person where it took two, else null
     */
    @EventName("payment.refund-requested")
    record RefundRequested(
            String paymentId,
            String refundId,
            String attemptId,
            PaymentMethod method,
            String providerId,
            Money amount,
            String reason,
            String tillId,
            String siteId,
            String by,
            String askedBy,
            Instant at)
            implements RefundEvent {}

    /** The provider gave money back without us, such as by a person on its own pages. */
    @EventName("payment.outside-refund-noted")
    record OutsideRefundNoted(String paymentId, String refundId, String attemptId, Money amount, Instant at)
            implements RefundEvent {}

    @EventName("payment.refund-pending")
    record RefundPending(String paymentId, String refundId, String providerId, Instant at) implements RefundEvent {}

    @EventName("payment.refund-done")
    record RefundDone(String paymentId, String refundId, String providerId, Money amount, String tillId, Instant at)
            implements RefundEvent {}

    /** The money did not go back: it may be refunded again. */
    @EventName("payment.refund-failed")
    record RefundFailed(String paymentId, String refundId, String providerId, String code, Instant at)
            implements RefundEvent {}

    @EventName("payment.dispute-opened")
    record DisputeOpened(String paymentId, String disputeId, String attemptId, Money amount, String code, Instant at)
            implements RefundEvent {}

    @EventName("payment.dispute-won")
    record DisputeWon(String paymentId, String disputeId, Instant at) implements RefundEvent {}

    /** The bank gave the money back to the card's holder. */
    @EventName("payment.dispute-lost")
    record DisputeLost(String paymentId, String disputeId, Money amount, Instant at) implements RefundEvent {}
}
