package carequeue.adapter.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Which days of which accounts are to be compared, each by one node at a time. */
@Component
public class Days {

    /** A difference may still go away by itself for so long: webhooks come late, refunds take days. */
    private static final Duration FOLLOWED = Duration.ofDays(35);

    private static final Duration AGAIN = Duration.ofHours(1);
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final String WANT = """
        insert into reconciliation_day (account, business_day, site_ids, begins, ends) values (?, ?, ?, ?, ?)
        on conflict (account, business_day) do nothing\
        """;

    private static final String LEASE_ONE = """
        update reconciliation_day set leased_until = :until where (account, business_day) = (
            select account, business_day from reconciliation_day d
            where ends <= :now and (leased_until is null or leased_until < :now)
              and (wanted or begins > :followed and compared_at < :again and exists (
                select 1 from reconciliation_difference f
                where f.account = d.account and f.business_day = d.business_day and f.state = 'open'))
            order by business_day limit 1 for update skip locked)
        returning account, business_day, site_ids, begins, ends\
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public Days(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A day is to be compared, if it never was. */
    void want(Day day) {
        transaction.executeWithoutResult(status -> jdbc.sql(WANT)
                .params(day.account(), day.date(), day.siteIds().toArray(String[]::new))
                .params(Timestamp.from(day.begins()), Timestamp.from(day.ends()))
                .update());
    }

    /** A day is to be compared once more. */
    void wantAgain(Day day) {
        want(day);
        write("update reconciliation_day set wanted = true where account = ? and business_day = ?", day);
    }

    /** The last day of an account that is known, if any is. */
    Optional<LocalDate> last(String account) {
        return transaction.execute(
                status -> jdbc.sql("select max(business_day) from reconciliation_day where account = ?")
                        .param(account)
                        .query(LocalDate.class)
                        .optional());
    }

    /** The next day that is due. */
    Optional<Day> lease() {
        Instant now = clock.instant();
        return transaction.execute(status -> jdbc.sql(LEASE_ONE)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(LEASE)))
                .param("followed", Timestamp.from(now.minus(FOLLOWED)))
                .param("again", Timestamp.from(now.minus(AGAIN)))
                .query((row, n) -> day(row))
                .optional());
    }

    /** It could not be compared: it is tried again when the lease is over. */
    void failed(Day day, String problem) {
        transaction.executeWithoutResult(
                status -> jdbc.sql("update reconciliation_day set problem = ? where account = ? and business_day = ?")
                        .params(problem, day.account(), day.date())
                        .update());
    }

    /** It is compared; in the transaction of what was found. */
    void done(Day day, List<Total> totals, Instant now) {
        jdbc.sql("delete from reconciliation_total where account = ? and business_day = ?")
                .params(day.account(), day.date())
                .update();
        totals.forEach(total -> jdbc.sql("insert into reconciliation_total values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(day.account(), day.date(), total.currency, total.takenOurs, total.takenTheirs)
                .params(total.backOurs, total.backTheirs, total.disputed, total.fees)
                .update());
        jdbc.sql("update reconciliation_day set wanted = false, leased_until = null, compared_at = ?, problem = null"
                        + " where account = ? and business_day = ?")
                .params(Timestamp.from(now), day.account(), day.date())
                .update();
    }

    private void write(String sql, Day day) {
        transaction.executeWithoutResult(
                status -> jdbc.sql(sql).params(day.account(), day.date()).update());
    }

    private static Day day(ResultSet row) throws SQLException {
        return new Day(
                row.getString(1),
                row.getObject(2, LocalDate.class),
                List.of((String[]) row.getArray(3).getArray()),
                row.getTimestamp(4).toInstant(),
                row.getTimestamp(5).toInstant());
    }
}
