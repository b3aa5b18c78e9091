package carequeue.adapter.inbound;

import carequeue.api.Sealing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The stored envelopes: who may take which, and what came of it. All times are the database's. */
@Component
public class Inbox {

    private static final String LEFT = """
        update inbound set state = 'stored', leased_by = null, leased_until = null, next_attempt_at = clock_timestamp(),
               last_error = 'the node stopped while taking it in'
        where state = 'taking' and leased_until < clock_timestamp()\
        """;

    // One waits while an earlier one about the same thing is not taken in, also one that another node has. Each service
    // has
    // its own share of this node's hands.
    private static final String LEASE = """
        update inbound set state = 'taking', attempts = attempts + 1, leased_by = :node,
               leased_until = clock_timestamp() + make_interval(secs => :lease)
        where id in (
            select due.id from (
                select distinct service from inbound where state = 'stored' and next_attempt_at <= clock_timestamp()) s
            cross join lateral (
                select i.id from inbound i
                where i.service = s.service and i.state = 'stored' and i.next_attempt_at <= clock_timestamp()
                  and (i.entity is null or not exists (
                      select 1 from inbound b
                      where b.service = i.service and b.entity = i.entity and b.state in ('stored', 'taking')
                        and b.id < i.id))
                order by i.id
                limit greatest(0, :each - (select count(*) from inbound w
                    where w.state = 'taking' and w.leased_by = :node and w.service = s.service))
                for update skip locked) due
            order by due.id limit :n)
        returning id, service, envelope_id, type, body, headers, received_at, attempts, faults\
        """;

    private static final String MINE =
            " where id = :id and state = 'taking' and leased_by = :node and attempts = :attempts";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Sealing sealing;
    private final String node = UUID.randomUUID().toString();

    public Inbox(JdbcClient jdbc, TransactionTemplate transaction, Sealing sealing) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.sealing = sealing;
    }

    /** A stored envelope while it is leased. */
    record Row(
            long id,
            String service,
            String envelopeId,
            String type,
            String body,
            String headers,
            Instant receivedAt,
            int attempts,
            int faults) {}

    /** Leases up to {@code n} that are due, at most one about each thing, and {@code each} of one service on this node. */
    List<Row> lease(int n, int each, Duration lease) {
        return transaction.execute(status -> {
            jdbc.sql(LEFT).update();
            return jdbc.sql(LEASE)
                    .param("node", node)
                    .param("lease", lease.toSeconds())
                    .param("n", n)
                    .param("each", each)
                    .query(Row.class)
                    .list();
        });
    }

    /** The body as it came. */
    byte[] body(Row row) {
        return sealing.open(Envelopes.TAG, row.body()).value().orElseGet(() -> new byte[0]);
    }

    /** Ends as {@code done}, {@code refused} or {@code dead}. */
    void end(Row row, String state, String remark) {
        write("""
                       update inbound set state = :state, last_error = :error, leased_by = null, leased_until = null,
                              done_at = clock_timestamp()\
                       """, row, remark, state, 0, 0, 0);
    }

    /** To be tried again later. */
    void later(Row row, Duration delay, String error, boolean counts, boolean ourFault) {
        write("""
                       update inbound set state = :state, last_error = :error, attempts = attempts - :back, faults = faults + :faults,
                              leased_by = null, leased_until = null,
                              next_attempt_at = clock_timestamp() + make_interval(secs => :delay)\
                       """, row, error, "stored", delay.toMillis() / 1000.0, counts ? 0 : 1, ourFault ? 1 : 0);
    }

    /** Whether it came longer ago than this. */
    boolean olderThan(Row row, Duration age) {
        return Boolean.TRUE.equals(transaction.execute(status -> jdbc.sql(
                        "select received_at < clock_timestamp() - make_interval(secs => ?) from inbound where id = ?")
                .params(age.toSeconds(), row.id())
                .query(Boolean.class)
                .single()));
    }

    /** Lets go at once what waits for a service. */
    void wake(String service) {
        transaction.executeWithoutResult(status -> jdbc.sql("""
            update inbound set next_attempt_at = clock_timestamp()
            where service = ? and state = 'stored' and next_attempt_at > clock_timestamp()\
            """).param(service).update());
    }

    /** Drops the bodies of what ended longer ago than this; how many. */
    int dropBodies(Duration after) {
        Integer dropped = transaction.execute(
                status -> jdbc.sql("""
                    update inbound set body = null
                    where body is not null and done_at < clock_timestamp() - make_interval(secs => ?)\
                    """).param(after.toSeconds()).update());
        return dropped == null ? 0 : dropped;
    }

    private void write(String sql, Row row, String error, String state, double delay, int back, int faults) {
        transaction.executeWithoutResult(status -> jdbc.sql(sql + MINE)
                .param("state", state)
                .param("error", error)
                .param("delay", delay)
                .param("back", back)
                .param("faults", faults)
                .param("id", row.id())
                .param("node", node)
                .param("attempts", row.attempts())
                .update());
    }
}
