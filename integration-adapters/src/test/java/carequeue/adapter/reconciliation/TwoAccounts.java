package carequeue.adapter.reconciliation;

import carequeue.adapter.DemonstrationSite;
import carequeue.adapter.payment.PaymentBench;
import carequeue.adapter.payment.PaymentSettings;
import carequeue.adapter.payment.PaymentSite;
import carequeue.adapter.payment.stripe.StripePayments;
import carequeue.api.payment.AttemptEvent.AttemptStarted;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;

/** A site with the account of the key, another with a connected account, and the reconciler of both. */
final class TwoAccounts implements AutoCloseable {

    final PaymentBench bench;
    final Differences differences;
    final Reconciler reconciler;
    private final Site main = DemonstrationSite.main();
    private final LocalDate day;

    TwoAccounts() throws Exception {
        PaymentSite north = new PaymentSite("acct_north", null, null);
        bench = new PaymentBench(Map.of("north", north));
        Site second = new Site(
                "north",
                "North Clinic",
                main.timeZone(),
                main.dayStart(),
                main.hours(),
                main.services(),
                main.servicePoints(),
                main.policies());
        day = main.businessDay(bench.now);
        // At noon of it, so that no midnight comes between by chance.
        bench.now = main.startOf(day).plus(Duration.ofHours(9));
        Accounts accounts = new Accounts(new Sites(List.of(main, second)), settings());
        OurBooks books = new OurBooks(bench.jdbc, bench.transaction);
        differences = new Differences(bench.jdbc, bench.transaction, bench.clock);
        Days days = new Days(bench.jdbc, bench.transaction, bench.clock);
        StripePayments stripe = bench.stripe;
        reconciler = new Reconciler(
                accounts, days, differences, books, stripe, bench.charges, bench.transaction, bench.clock);
        reconcileFrom(accounts, days);
    }

    private PaymentSettings settings() {
        return bench.settings;
    }

    private void reconcileFrom(Accounts accounts, Days days) {
        accounts.all().forEach(account -> days.want(account.day(day)));
    }

    LocalDate yesterday() {
        return day;
    }

    /** The card was charged there, and we have not heard of it. */
    AttemptStarted charged(String siteId, long amount) {
        AttemptStarted event = bench.startedAt(siteId, PaymentMethod.SAVED_CARD, amount, false, "pm_card_visa");
        bench.start(event);
        return event;
    }

    AttemptStarted authorised(String siteId, long amount) {
        AttemptStarted event = bench.startedAt(siteId, PaymentMethod.SAVED_CARD, amount, true, "pm_card_visa");
        bench.start(event);
        return event;
    }

    /** We have heard that so much was taken. */
    void booked(AttemptStarted event, long amount) {
        bench.captured(event, amount);
    }

    AttemptStarted paid(String siteId, long amount) {
        AttemptStarted event = charged(siteId, amount);
        booked(event, amount);
        return event;
    }

    void givenBack(AttemptStarted event, String refundId, long amount) {
        bench.refundDone(
                event,
                refundId,
                amount,
                bench.refund(event, refundId, amount, 1).providerId());
    }

    /** We say that something was taken of which the provider knows nothing. */
    void forgotten(String siteId, String attemptId, long amount) {
        sql("""
            insert into card_charge (attempt_id, payment_id, site_id, method, amount, currency, manual, started_at,
                good_until, intent_id, captured, captured_at, stands)
            values ('%s', 'pay-x', '%s', 'saved-card', %d, 'USD', false, '%s', '%s', 'pi_nowhere', %d, '%s', 'captured')\
            """.formatted(attemptId, siteId, amount, bench.now, bench.now, amount, bench.now));
    }

    String intent(AttemptStarted event) {
        return bench.transaction.execute(
                status -> bench.charges.find(event.attemptId()).orElseThrow().intentId());
    }

    void dayIsOver() {
        bench.now = main.startOf(day.plusDays(1)).plus(Duration.ofMinutes(5));
    }

    void sql(String sql) {
        bench.transaction.executeWithoutResult(status -> bench.jdbc.sql(sql).update());
    }

    List<Tuple> found() {
        return rows(
                "select account, kind, what, amount_ours, amount_theirs, attempt_id from reconciliation_difference", 6);
    }

    List<Tuple> totals() {
        return rows(
                "select account, taken_ours, taken_theirs, back_ours, back_theirs, fees from reconciliation_total", 6);
    }

    List<String> states() {
        return bench.transaction.execute(status -> bench.jdbc
                .sql("select state from reconciliation_difference")
                .query(String.class)
                .list());
    }

    String open() {
        return bench.transaction.execute(status -> bench.jdbc
                .sql("select difference_id from reconciliation_difference where state = 'open'")
                .query(String.class)
                .single());
    }

    private List<Tuple> rows(String sql, int columns) {
        return bench.transaction.execute(status -> bench.jdbc
                .sql(sql)
                .query((row, n) -> {
                    Object[] values = new Object[columns];
                    for (int i = 0; i < columns; i++) {
                        values[i] = row.getObject(i + 1);
                    }
                    return Tuple.tuple(values);
                })
                .list());
    }

    @Override
    public void close() {
        bench.close();
    }
}
