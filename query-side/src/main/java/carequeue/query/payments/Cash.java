package carequeue.query.payments;

import carequeue.api.Refused;
import carequeue.api.payment.PaymentQuery.FindReceipt;
import carequeue.api.payment.PaymentQuery.FindTill;
import carequeue.api.payment.PaymentQuery.FindTills;
import carequeue.api.payment.PaymentQuery.Receipt;
import carequeue.api.payment.PaymentQuery.TillList;
import carequeue.api.payment.PaymentQuery.TillView;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** The tills and receipts as they stand now. */
@Component
class Cash {

    private final CashRows rows;

    Cash(CashRows rows) {
        this.rows = rows;
    }

    /** A till of a site. */
    TillView get(String siteId, String tillId) {
        return rows.till(tillId)
                .filter(till -> till.siteId().equals(siteId))
                .map(Drawer::view)
                .orElseThrow(() -> new Refused.NotFound("till", tillId));
    }

    /** A receipt of a site. */
    Receipt receipt(String siteId, long number) {
        return rows.receipt(siteId, number).orElseThrow(() -> new Refused.NotFound("receipt", Long.toString(number)));
    }

    List<Receipt> receipts(String paymentId) {
        return rows.receipts(paymentId);
    }

    @QueryHandler
    TillView handle(FindTill query) {
        return rows.till(query.tillId()).map(Drawer::view).orElse(null);
    }

    @QueryHandler
    TillList handle(FindTills query) {
        return new TillList(
                rows.tills(query.siteId(), query.date()).stream()
                        .map(Drawer::view)
                        .toList(),
                null);
    }

    @QueryHandler
    Receipt handle(FindReceipt query) {
        return rows.receipt(query.siteId(), query.number()).orElse(null);
    }
}
