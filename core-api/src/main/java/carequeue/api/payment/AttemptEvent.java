package carequeue.api.payment;

import carequeue.api.EventName;
import carequeue.api.Money;
import java.time.Instant;

/** What happened to one attempt at a payment. The attempt's identifier is the provider's idempotency key. */
public sealed interface AttemptEvent extends PaymentEvent {

    /** The attempt. */
    String attemptId();

    /**
     * An attempt by card began: the provider is to be asked.
     *
     * @param manual whether the amount is only authorised
     * @param terms by which its process waits
     */
    @EventName("payment.attempt-started")
    record AttemptStarted(
            String paymentId,
            String attemptId,
            int number,
            PaymentMethod method,
            Money amount,
            boolean manual,
            String readerId,
            String paymentMethodId,
            String siteId,
            String visitId,
            String patientId,
            PaymentTerms terms,
            String by,
            Instant at)
            implements AttemptEvent {}

    /** The person has to act; {@code nextStep} says where, or is null when it is the reader. */
    @EventName("payment.action-required")
    record ActionRequired(
            String paymentId, String attemptId, PaymentMethod method, String providerId, String nextStep, Instant at)
            implements AttemptEvent {}

    @EventName("payment.processing")
    record AttemptProcessing(String paymentId, String attemptId, String providerId, Instant at)
            implements AttemptEvent {}

    /** Nobody knows what became of it; it is asked for, and nothing else is charged meanwhile. */
    @EventName("payment.attempt-unclear")
    record AttemptUnclear(String paymentId, String attemptId, String providerId, Instant at) implements AttemptEvent {}

    /** The provider is to be asked what became of it. */
    @EventName("payment.check-requested")
    record AttemptCheckRequested(String paymentId, String attemptId, String providerId, Instant at)
            implements AttemptEvent {}

    @EventName("payment.authorised")
    record AttemptAuthorised(
            String paymentId, String attemptId, String providerId, Money amount, boolean manual, Instant at)
            implements AttemptEvent {}

    /** The provider is to take the amount and let go of the rest of the authorisation. */
    @EventName("payment.capture-requested")
    record CaptureRequested(String paymentId, String attemptId, String providerId, Money amount, Instant at)
            implements AttemptEvent {}

    /**
     * Money was taken.
     *
     * @param released what was let go of an authorisation
     * @param rest what is still owed
     */
    @EventName("payment.captured")
    record AttemptCaptured(
            String paymentId,
            String attemptId,
            PaymentMethod method,
            String providerId,
            Money amount,
            Money released,
            Money rest,
            String visitId,
            Instant at)
            implements AttemptEvent {}

    /** Cash was taken into a till. */
    @EventName("payment.cash-taken")
    record CashTaken(
            String paymentId,
            String attemptId,
            int number,
            String tillId,
            Money amount,
            Money tendered,
            Money change,
            Money rest,
            String visitId,
            String by,
            Instant at)
            implements AttemptEvent {}

    /** Cash was handed back out of its till because the payment was voided. */
    @EventName("payment.cash-returned")
    record CashReturned(String paymentId, String attemptId, String tillId, Money amount, String by, Instant at)
            implements AttemptEvent {}

    /** The attempt can take no money any more; {@code code} is the provider's word. */
    @EventName("payment.attempt-failed")
    record AttemptFailed(
            String paymentId,
            String attemptId,
            int number,
            PaymentMethod method,
            String providerId,
            FailureKind failure,
            String code,
            Instant at)
            implements AttemptEvent {}

    /** The provider is to let go of the attempt. */
    @EventName("payment.cancel-requested")
    record CancelRequested(String paymentId, String attemptId, String providerId, String reason, Instant at)
            implements AttemptEvent {}

    @EventName("payment.attempt-cancelled")
    record AttemptCancelled(String paymentId, String attemptId, String providerId, Instant at)
            implements AttemptEvent {}
}
