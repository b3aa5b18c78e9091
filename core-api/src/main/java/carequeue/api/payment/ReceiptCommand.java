package carequeue.api.payment;

import carequeue.api.Money;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to a site's book of receipts. */
public sealed interface ReceiptCommand {

    /** The book of the site that is spoken to, see {@link #book}. */
    String bookId();

    /** The book of a site. */
    static String book(String siteId) {
        return "receipts." + siteId;
    }

    /**
     * Writes the next receipt; answers its number. The same money again answers the number it has.
     *
     * @param moneyId the attempt or refund that the receipt is for
     * @param amount negative for money given back
     */
    record IssueReceipt(
            @TargetAggregateIdentifier String bookId,
            String siteId,
            String moneyId,
            String paymentId,
            String visitId,
            Money amount,
            List<ReceiptLine> lines)
            implements ReceiptCommand {}

    /** One line of a receipt: a stable word and an amount. */
    record ReceiptLine(String what, Money amount) {}
}
