package carequeue.api.payment;

import java.time.Instant;

/** What happened to a payment: to what is owed, to an attempt at it, to money given back. */
public sealed interface PaymentEvent permits OwedEvent, AttemptEvent, RefundEvent {

    /** The payment it happened to. */
    String paymentId();

    /** When it happened. */
    Instant at();
}
