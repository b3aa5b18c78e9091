package carequeue.adapter.payment;

import carequeue.api.Money;
import carequeue.api.payment.PaymentMethod;
import java.time.Instant;

/**
 * One attempt by card, as the provider is asked for it.
 *
 * @param manual whether the amount is only authorised
 * @param readerId the reader at the desk, or null for the site's own
 * @param paymentMethodId the provider's token of a saved card, or null
 * @param goodUntil how long a link is good for
 * @param sentAt the first time that a call may have reached the provider, or null
 * @param intentId the provider's identifier of the charge, or null while it is not known
 * @param pageId the provider's identifier of the hosted page, or null
 * @param cancelWanted whether it was called off meanwhile
 */
public record Charge(
        String attemptId,
        String paymentId,
        String siteId,
        String patientId,
        PaymentMethod method,
        Money amount,
        boolean manual,
        String readerId,
        String paymentMethodId,
        Instant startedAt,
        Instant goodUntil,
        Instant sentAt,
        String intentId,
        String pageId,
        boolean cancelWanted) {

    /** Whether the provider may have heard of it. */
    public boolean sent() {
        return sentAt != null;
    }

    /** Whether the provider has given it a name. */
    public boolean known() {
        return intentId != null || pageId != null;
    }
}
