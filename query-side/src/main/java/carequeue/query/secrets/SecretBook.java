package carequeue.query.secrets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the nodes know of secrets; where they differ, the one that has trouble is shown. */
@Component
class SecretBook {

    private static final String STATES = """
            select distinct on (s.name) s.*,
                   (select max(r.last_at) from secret_read r where r.name = s.name) as last_read
            from secret_state s
            order by s.name, s.seen_at > clock_timestamp() - interval '1 minute' desc, s.problem is null, s.seen_at desc""";
    private static final String READS = """
            select * from secret_read where (cast(:name as text) is null or name = :name) and id < :before
            order by id desc limit :most""";

    private final JdbcClient jdbc;
    private final Clock clock;

    SecretBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One secret.
     *
     * @param source who keeps it; {@code setting} where the value stands in a setting itself
     * @param settings which settings use it
     * @param since when this value was put there
     * @param due when it is to be changed at the latest
     * @param previous the version before, as long as it is accepted
     * @param lastRead when it was last used by anybody
     * @param problem why it cannot be read, or null
     */
    record Known(
            String name,
            String source,
            List<String> settings,
            String version,
            Instant since,
            Instant due,
            boolean overdue,
            String previous,
            Instant previousUntil,
            Instant readAt,
            Instant lastRead,
            String problem) {}

    /**
     * Reads of one version by one user on one node within about a second.
     *
     * @param reader the setting by which it was read
     */
    record Read(
            long id,
            String name,
            String version,
            String reader,
            String node,
            long reads,
            Instant firstAt,
            Instant lastAt) {}

    List<Known> all() {
        return isThere() ? jdbc.sql(STATES).query(this::known).list() : List.of();
    }

    List<Read> reads(String name, long before, int most) {
        return !isThere()
                ? List.of()
                : jdbc.sql(READS)
                        .param("name", name)
                        .param("before", before)
                        .param("most", most)
                        .query(SecretBook::read)
                        .list();
    }

    private boolean isThere() {
        return jdbc.sql("select to_regclass('secret_state') is not null")
                .query(Boolean.class)
                .single();
    }

    private Known known(ResultSet row, int number) throws SQLException {
        Instant due = time(row, "due_at");
        return new Known(
                row.getString("name"),
                row.getString("source"),
                List.of((String[]) row.getArray("settings").getArray()),
                row.getString("version"),
                time(row, "since"),
                due,
                due != null && due.isBefore(clock.instant()),
                row.getString("previous"),
                time(row, "previous_until"),
                time(row, "read_at"),
                time(row, "last_read"),
                row.getString("problem"));
    }

    private static Read read(ResultSet row, int number) throws SQLException {
        return new Read(
                row.getLong("id"),
                row.getString("name"),
                row.getString("version"),
                row.getString("reader"),
                row.getString("node"),
                row.getLong("reads"),
                time(row, "first_at"),
                time(row, "last_at"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
