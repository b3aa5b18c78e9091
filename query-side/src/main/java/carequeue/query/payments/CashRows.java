package carequeue.query.payments;

import carequeue.api.payment.PaymentQuery.Receipt;
import carequeue.query.views.JsonCard;
import carequeue.query.views.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of tills and receipts. */
@Component
class CashRows {

    static final Table<String, Drawer> TILLS = Table.<String, Drawer>named("payment_till")
            .key("till_id", "text", id -> id)
            .column("site_id", "text", Drawer::siteId)
            .column("business_day", "date", Drawer::businessDay)
            .column("card", "bytea", JsonCard::write)
            .read(row -> JsonCard.read(row.getBytes("card"), Drawer.class));

    static final Table<Number, Receipt> RECEIPTS = Table.<Number, Receipt>named("payment_receipt")
            .key("site_id", "text", Number::siteId)
            .key("number", "bigint", Number::number)
            .column("payment_id", "text", Receipt::paymentId)
            .column("receipt", "bytea", JsonCard::write)
            .once();

    private static final int AT_MOST = 500;

    private final JdbcClient jdbc;

    CashRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A receipt within its site. */
    record Number(String siteId, long number) {}

    Optional<Drawer> till(String tillId) {
        return jdbc.sql("select card from payment_till where generation = " + PaymentRows.LIVE + " and till_id = ?")
                .param(tillId)
                .query((row, n) -> JsonCard.read(row.getBytes(1), Drawer.class))
                .optional();
    }

    List<Drawer> tills(String siteId, LocalDate day) {
        return jdbc.sql("select card from payment_till where generation = " + PaymentRows.LIVE
                        + " and site_id = ? and business_day = ? order by till_id limit ?")
                .params(siteId, day, AT_MOST)
                .query((row, n) -> JsonCard.read(row.getBytes(1), Drawer.class))
                .list();
    }

    Optional<Receipt> receipt(String siteId, long number) {
        return jdbc.sql("select receipt from payment_receipt where generation = " + PaymentRows.LIVE
                        + " and site_id = ? and number = ?")
                .params(siteId, number)
                .query((row, n) -> JsonCard.read(row.getBytes(1), Receipt.class))
                .optional();
    }

    /** The receipts of a payment, the first one first. */
    List<Receipt> receipts(String paymentId) {
        return jdbc.sql("select receipt from payment_receipt where generation = " + PaymentRows.LIVE
                        + " and payment_id = ? order by site_id, number limit ?")
                .params(paymentId, AT_MOST)
                .query((row, n) -> JsonCard.read(row.getBytes(1), Receipt.class))
                .list();
    }
}
