package carequeue.adapter.reconciliation;

import carequeue.api.Money;
import carequeue.api.Refused;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The worklist of differences: found once, and open until somebody closes them with a reason or they are gone. */
@Component
public class Differences {

    private static final String FOUND = """
        insert into reconciliation_difference (difference_id, account, site_id, business_day, kind, what, provider_id,
            payment_id, attempt_id, currency, amount_ours, amount_theirs, stands_ours, stands_theirs, found_at, seen_at, state)
        values (:id, :account, :site, :day, :kind, :what, :provider, :payment, :attempt, :currency, :ours, :theirs,
            :standsOurs, :standsTheirs, :now, :now, 'open')
        on conflict (difference_id) do update set seen_at = excluded.seen_at,
            state = case when reconciliation_difference.state = 'gone' then 'open' else reconciliation_difference.state end\
        """;

    private static final String GONE = """
        update reconciliation_difference set state = 'gone', closed_at = :now
        where account = :account and business_day = :day and state = 'open' and seen_at < :now\
        """;

    private static final String CLOSE = """
        update reconciliation_difference set state = 'closed', closed_at = ?, closed_by = ?, reason = ?
        where difference_id = ? and state = 'open'\
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public Differences(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Where a difference is, and how it stands. */
    record Known(String siteId, String state) {}

    /** What was found on a day; what was found before and is not any more is gone. In the transaction of the day. */
    void found(Day day, List<Difference> all, Instant now) {
        all.forEach(difference -> found(day, difference, now));
        jdbc.sql(GONE)
                .param("account", day.account())
                .param("day", day.date())
                .param("now", Timestamp.from(now))
                .update();
    }

    private void found(Day day, Difference d, Instant now) {
        Money any = d.ours() == null ? d.theirs() : d.ours();
        jdbc.sql(FOUND)
                .param("id", d.id(day.account()))
                .param("account", day.account())
                .param("site", d.siteId())
                .param("day", day.date())
                .param("kind", d.kind().toString())
                .param("what", d.what())
                .param("provider", d.providerId())
                .param("payment", d.paymentId())
                .param("attempt", d.attemptId())
                .param("currency", any == null ? null : any.currency())
                .param("ours", d.ours() == null ? null : d.ours().amount())
                .param("theirs", d.theirs() == null ? null : d.theirs().amount())
                .param("standsOurs", d.standsOurs())
                .param("standsTheirs", d.standsTheirs())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** A difference. */
    Known find(String differenceId) {
        return transaction.execute(
                status -> jdbc.sql("select site_id, state from reconciliation_difference where difference_id = ?")
                        .param(differenceId)
                        .query((row, n) -> new Known(row.getString(1), row.getString(2)))
                        .optional()
                        .orElseThrow(() -> new Refused.NotFound("difference", differenceId)));
    }

    /** Somebody has looked into it. */
    void close(String differenceId, String by, String reason) {
        Integer rows = transaction.execute(status -> jdbc.sql(CLOSE)
                .params(Timestamp.from(clock.instant()), by, reason, differenceId)
                .update());
        if (rows == null || rows == 0) {
            String state = find(differenceId).state();
            throw new Refused.WrongState(state, "This difference is not open any more.");
        }
    }
}
