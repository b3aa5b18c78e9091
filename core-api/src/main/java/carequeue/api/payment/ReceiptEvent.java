package carequeue.api.payment;

import carequeue.api.EventName;
import carequeue.api.Money;
import carequeue.api.payment.ReceiptCommand.ReceiptLine;
import java.time.Instant;
import java.util.List;

/** What happened to a site's book of receipts. */
public sealed interface ReceiptEvent {

    /** The book it happened to. */
    String bookId();

    /** A receipt was written; the numbers of a site follow each other without a gap. */
    @EventName("receipt.issued")
    record ReceiptIssued(
            String bookId,
            String siteId,
            long number,
            String moneyId,
            String paymentId,
            String visitId,
            Money amount,
            List<ReceiptLine> lines,
            Instant at)
            implements ReceiptEvent {}
}
