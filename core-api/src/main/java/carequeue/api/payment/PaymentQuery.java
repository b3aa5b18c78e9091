package carequeue.api.payment;

import carequeue.api.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Questions about payments and their answers. */
public sealed interface PaymentQuery {

    /** One payment; the answer is {@link PaymentView} or null. */
    record FindPayment(String paymentId) implements PaymentQuery {}

    /** Payments of a visit, or of a site on a day, in a state; what is null does not matter. The answer is {@link PaymentList}. */
    record FindPayments(String visitId, String siteId, LocalDate date, PaymentState state, int limit, String cursor)
            implements PaymentQuery {}

    /** A person's till on a day; the answer is {@link TillView} or null. */
    record FindTill(String tillId) implements PaymentQuery {}

    /** A receipt of a site by its number; the answer is {@link Receipt} or null. */
    record FindReceipt(String siteId, long number) implements PaymentQuery {}

    /** A payment as staff see it. */
    record PaymentView(
            String paymentId,
            String visitId,
            PaymentPurpose purpose,
            Money amount,
            Money captured,
            Money refunded,
            Money rest,
            PaymentState state,
            List<AttemptView> attempts,
            List<RefundView> refunds) {}

    /** One attempt; {@code outcome} is its state. */
    record AttemptView(
            String attemptId, Instant at, PaymentMethod method, Money amount, String outcome, String providerId) {}

    /** One refund. */
    record RefundView(String refundId, Instant at, Money amount, RefundState state, String reason) {}

    /** Payments, paged. */
    record PaymentList(List<PaymentView> items, String nextCursor) {}

    /** A till and its entries. */
    record TillView(
            String tillId,
            String siteId,
            String user,
            LocalDate date,
            TillCommand.TillState state,
            Money expected,
            List<TillEntry> entries) {}

    /** Cash that moved. */
    record TillEntry(String entryId, String paymentId, Money amount, Instant at, boolean reversed) {}

    /** A receipt as it is printed. */
    record Receipt(
            String siteId,
            long number,
            Instant at,
            String paymentId,
            Money amount,
            List<ReceiptCommand.ReceiptLine> lines) {}
}
