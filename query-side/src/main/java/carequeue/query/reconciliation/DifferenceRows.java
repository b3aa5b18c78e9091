package carequeue.query.reconciliation;

import carequeue.api.Money;
import carequeue.query.door.Keyset;
import carequeue.query.door.Sees;
import carequeue.query.door.Slice.Found;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows that the integration nodes write when they compare. */
@Component
class DifferenceRows {

    private static final String PAGE = """
        select * from reconciliation_difference
        where (cast(:sites as text[]) is null or site_id = any(cast(:sites as text[])))
          and (cast(:day as date) is null or business_day = cast(:day as date))
          and (cast(:state as text) is null or state = cast(:state as text))
          and (found_at, difference_id) > (:at, :id)
        order by found_at, difference_id limit :limit\
        """;

    private static final String DAYS = """
        select account, business_day, site_ids, compared_at, problem from reconciliation_day
        where (cast(:sites as text[]) is null or site_ids && cast(:sites as text[]))
          and (cast(:day as date) is null or business_day = cast(:day as date))
        order by business_day desc, account limit 60\
        """;

    private static final String TOTALS = """
        select currency, taken_ours, taken_theirs, back_ours, back_theirs, disputed, fees from reconciliation_total
        where account = ? and business_day = ? order by currency\
        """;

    private final JdbcClient jdbc;

    DifferenceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which are looked for; what is null does not matter. */
    record Wanted(Set<String> sites, LocalDate date, String state) {}

    List<Found<Differing>> page(Wanted wanted, Keyset after, int limit) {
        return jdbc.sql(PAGE)
                .param("sites", Sees.array(wanted.sites()))
                .param("day", wanted.date())
                .param("state", wanted.state())
                .param("at", after.time())
                .param("id", after.id())
                .param("limit", limit + 1)
                .query((row, n) -> {
                    Differing difference = read(row);
                    return new Found<>(new Keyset(difference.foundAt(), difference.differenceId()), difference);
                })
                .list();
    }

    List<ComparedDay> days(Wanted wanted) {
        return jdbc.sql(DAYS)
                .param("sites", Sees.array(wanted.sites()))
                .param("day", wanted.date())
                .query((row, n) -> {
                    String account = row.getString(1);
                    LocalDate day = row.getObject(2, LocalDate.class);
                    List<String> sites = List.of((String[]) row.getArray(3).getArray());
                    Instant compared = time(row.getTimestamp(4));
                    return new ComparedDay(account, day, sites, compared, row.getString(5), totals(account, day));
                })
                .list();
    }

    private List<ComparedDay.Total> totals(String account, LocalDate day) {
        return jdbc.sql(TOTALS)
                .params(account, day)
                .query((row, n) -> {
                    Money[] sums = new Money[6];
                    for (int i = 0; i < sums.length; i++) {
                        sums[i] = new Money(row.getLong(i + 2), row.getString(1));
                    }
                    return new ComparedDay.Total(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);
                })
                .list();
    }

    private static Differing read(ResultSet row) throws SQLException {
        return new Differing(
                row.getString("difference_id"),
                row.getString("account"),
                row.getString("site_id"),
                row.getObject("business_day", LocalDate.class),
                row.getString("kind"),
                row.getString("what"),
                row.getString("provider_id"),
                row.getString("payment_id"),
                row.getString("attempt_id"),
                money(row, "amount_ours"),
                money(row, "amount_theirs"),
                row.getString("stands_ours"),
                row.getString("stands_theirs"),
                time(row.getTimestamp("found_at")),
                row.getString("state"),
                time(row.getTimestamp("closed_at")),
                row.getString("closed_by"),
                row.getString("reason"));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        Long amount = row.getObject(column, Long.class);
        return amount == null ? null : new Money(amount, row.getString("currency"));
    }

    private static Instant time(Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
