package carequeue.api.payment;

import carequeue.api.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Questions about payments and their answers. */
public sealed interface PaymentQuery {

    /** One payment; the answer is {@link PaymentView} or null. */
    record FindPayment(String paymentId) implements PaymentQuery {}

    /**
     * Payments, the last asked first; what is null does not matter. The answer is {@link PaymentList}.
     *
     * @param date the business day on which it was asked
     * @param states any of these; all of them when empty
     */
    record FindPayments(
            String siteId, String visitId, LocalDate date, Set<PaymentState> states, String cursor, int limit)
            implements PaymentQuery {}

    /** A person's till on a day; the answer is {@link TillView} or null. */
    record FindTill(String tillId) implements PaymentQuery {}

    /** The tills of a site on a business day; the answer is {@link TillList}. */
    record FindTills(String siteId, LocalDate date) implements PaymentQuery {}

    /** A receipt of a site by its number; the answer is {@link Receipt} or null. */
    record FindReceipt(String siteId, long number) implements PaymentQuery {}

    /** A payment as staff see it; {@code rest} is what is still owed. */
    record PaymentView(
            String paymentId,
            String siteId,
            LocalDate date,
            String visitId,
            String appointmentId,
            PaymentPatient patient,
            PaymentPurpose purpose,
            Money amount,
            Money captured,
            Money refunded,
            Money waived,
            Money writtenOff,
            Money rest,
            PaymentState state,
            Instant requestedAt,
            String requestedBy,
            Basis basis,
            List<Share> shares,
            List<AttemptView> attempts,
            List<RefundView> refunds,
            List<DisputeView> disputes,
            List<ApprovalView> approvals) {}

    /** The patient as billing names them. */
    record PaymentPatient(String id, String name) {}

    /**
     * One attempt; {@code outcome} is its state.
     *
     * @param failure what its failure means here, else null
     * @param code the provider's own word for that
     * @param nextStep where the person acts, such as the address of a hosted page, else null
     */
    record AttemptView(
            String attemptId,
            Instant at,
            PaymentMethod method,
            Money amount,
            Money captured,
            String outcome,
            FailureKind failure,
            String code,
            String nextStep,
            String providerId,
            String by) {}

    /** One refund. */
    record RefundView(
            String refundId, String attemptId, Instant at, Money amount, RefundState state, String reason, String by) {}

    /** One dispute of a card's holder. */
    record DisputeView(String disputeId, String attemptId, Instant at, Money amount, DisputeState state, String code) {}

    /** What waits for a second person. */
    record ApprovalView(OwedEvent.Approval what, Money amount, String reason, String by, Instant at) {}

    /** Payments, paged. */
    record PaymentList(List<PaymentView> items, String nextCursor) {}

    /**
     * A till and its entries.
     *
     * @param cash what was in the drawer at the beginning of the shift
     * @param expected what should be in it
     * @param counted what was counted last, or null
     * @param difference of that count from what was expected then, or null
     */
    record TillView(
            String tillId,
            String siteId,
            String user,
            LocalDate date,
            int shift,
            TillCommand.TillState state,
            Money cash,
            Money expected,
            Money counted,
            Money difference,
            Instant openedAt,
            List<TillEntry> entries) {}

    /** Cash that moved. */
    record TillEntry(String entryId, String paymentId, Money amount, Instant at, boolean reversed) {}

    /** Tills of a day. */
    record TillList(List<TillView> items, String nextCursor) {}

    /** A receipt as it is printed. */
    record Receipt(
            String siteId,
            long number,
            Instant at,
            String paymentId,
            String visitId,
            Money amount,
            List<ReceiptCommand.ReceiptLine> lines) {}
}
