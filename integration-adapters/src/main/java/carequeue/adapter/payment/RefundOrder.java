package carequeue.adapter.payment;

import carequeue.api.Money;

/**
 * Money to be given back to the card that an attempt took it from.
 *
 * @param refundId ours, the provider's idempotency key
 * @param intentId the provider's identifier of the charge
 * @param again whether an earlier try may have reached the provider
 */
public record RefundOrder(
        String refundId,
        String paymentId,
        String attemptId,
        String siteId,
        String intentId,
        Money amount,
        boolean again) {}
