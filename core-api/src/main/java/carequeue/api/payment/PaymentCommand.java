package carequeue.api.payment;

import carequeue.api.Money;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to a payment. Those of people and processes answer with {@link PaymentOutcome}; the provider's news answer nothing. */
public sealed interface PaymentCommand {

    /** The payment that is spoken to. */
    String paymentId();

    /**
     * Asks for an amount; harmless when it was asked already. The CoPay process follows it from here.
     *
     * <p>The check-in's process sends it once the eligibility is answered (or its patience is over) with: an identifier that a repeat finds again
     * ({@code Ids.derived("payment", visitId, purpose)}), the visit's patient, the amount with its {@link Basis} (an answer's co-pay, else the site
     * policy's default, else its price list), and the terms of the site's {@link PaymentPolicy}. Nothing is asked where nothing is owed.
     *
     * @param businessDay the day on which it is asked
     * @param visitId the visit it is for, or null; of a family's payment the first
     * @param appointmentId of a deposit asked before the visit, else null
     * @param shares what each visit has in the amount, empty when it is for one
     * @param queueId where the patient's entry is already, else null; the place is followed by the visit's events from then on
     */
    record RequestPayment(
            @TargetAggregateIdentifier String paymentId,
            String siteId,
            LocalDate businessDay,
            String visitId,
            String appointmentId,
            String patientId,
            PaymentPurpose purpose,
            Money amount,
            List<Share> shares,
            Basis basis,
            PaymentTerms terms,
            String queueId,
            String entryId)
            implements PaymentCommand {}

    /**
     * Tries to get the rest, or a part of it. Refused, naming the attempt, while another is unresolved.
     *
     * @param amount in minor units, null for the whole rest
     * @param manual whether the amount is only authorised now and captured by an order of its own
     * @param tendered the cash given, null for exactly the amount
     * @param tillId the open till that takes the cash, else null
     */
    record CollectPayment(
            @TargetAggregateIdentifier String paymentId,
            PaymentMethod method,
            Long amount,
            boolean manual,
            Long tendered,
            String tillId,
            String readerId,
            String paymentMethodId)
            implements PaymentCommand {}

    /** Tries the last failed attempt again, the same way. */
    record RetryPayment(@TargetAggregateIdentifier String paymentId) implements PaymentCommand {}

    /** Takes what was authorised, or less; the rest of the authorisation is let go. */
    record CapturePayment(@TargetAggregateIdentifier String paymentId, Long amount) implements PaymentCommand {}

    /** Calls an attempt off; the provider has the last word on whether it still could be. */
    record CancelAttempt(@TargetAggregateIdentifier String paymentId, String attemptId, String reason)
            implements PaymentCommand {}

    /** Asks the provider what became of an unresolved attempt. */
    record CheckAttempt(@TargetAggregateIdentifier String paymentId, String attemptId) implements PaymentCommand {}

    /** Asks later: the patient goes on, the amount stays owed; an attempt that waits for a person is called off. */
    record PostponePayment(@TargetAggregateIdentifier String paymentId, String reason) implements PaymentCommand {}

    /** Keeps the patient's place held until it is paid, waived or postponed. */
    record HoldPayment(@TargetAggregateIdentifier String paymentId) implements PaymentCommand {}

    /** Lets the patient off the rest, or a part of it (null: all), by the limits of the role. */
    record WaivePayment(@TargetAggregateIdentifier String paymentId, Long amount, String reason)
            implements PaymentCommand {}

    /** Gives up a rest that could not be collected, by the same limits. */
    record WriteOffPayment(@TargetAggregateIdentifier String paymentId, String reason) implements PaymentCommand {}

    /** Takes the payment back before money has moved for good: a card's only before capture, cash the same day while its till is open. */
    record VoidPayment(@TargetAggregateIdentifier String paymentId, String reason, String tillId)
            implements PaymentCommand {}

    /**
     * Gives money back, to where it came from.
     *
     * @param inCash whether a card's money is given back in cash, where the site allows it
     * @param tillId the open till that gives the cash, else null
     */
    record RefundPayment(
            @TargetAggregateIdentifier String paymentId, Long amount, String reason, boolean inCash, String tillId)
            implements PaymentCommand {}

    /** Says that money may have to be given back; a person decides. */
    record ProposeRefund(@TargetAggregateIdentifier String paymentId, Long amount, String reason)
            implements PaymentCommand {}

    /** Another amount is owed than was asked: what is not yet collected changes, else the difference is made known. */
    record ReviseAmount(@TargetAggregateIdentifier String paymentId, Money amount, Basis basis, String reason)
            implements PaymentCommand {}

    /** The payment is another patient's from now on, since two records of one person were merged or taken apart. Harmless when it is theirs. */
    record AssignPayment(@TargetAggregateIdentifier String paymentId, String patientId, String reason)
            implements PaymentCommand {}

    /** A wait of the payment's process is over; {@code step} says which. Harmless when nothing is waited for any more. */
    record EndPaymentPatience(@TargetAggregateIdentifier String paymentId, String step) implements PaymentCommand {}

    /**
     * What the provider says about an attempt; late, repeated and older news change nothing.
     *
     * <p>A failure on a hosted page, where the person may try again, is still {@code REQUIRES_ACTION}; an attempt is told as {@code FAILED} only when it
     * can take no more money.
     *
     * @param amount authorised or captured, else null
     * @param failure what a failure means here, with the provider's own code beside it
     * @param nextStep where the person acts, such as the address of a hosted page, else null
     */
    record ReportAttempt(
            @TargetAggregateIdentifier String paymentId,
            String attemptId,
            AttemptState state,
            String providerId,
            Money amount,
            FailureKind failure,
            String code,
            String nextStep)
            implements PaymentCommand {}

    /** What the provider says about a refund; one that it made without us has an identifier we never gave. */
    record ReportRefund(
            @TargetAggregateIdentifier String paymentId,
            String refundId,
            String attemptId,
            Money amount,
            RefundState state,
            String providerId,
            String code)
            implements PaymentCommand {}

    /** What the provider says about a dispute. */
    record ReportDispute(
            @TargetAggregateIdentifier String paymentId,
            String disputeId,
            String attemptId,
            Money amount,
            DisputeState state,
            String code)
            implements PaymentCommand {}

    /**
     * What an order to a payment came to.
     *
     * @param rest what is still owed
     * @param attemptId the attempt that it began or is about, else null
     * @param change the cash to give back, else null
     * @param approvalNeeded whether a second person has to say so first
     */
    record PaymentOutcome(
            String paymentId, PaymentState state, Money rest, String attemptId, Money change, boolean approvalNeeded) {}
}
