package carequeue.adapter.outbox;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger of effects: who may try which row, and what came of it. All times are the database's. */
@Component
public class Ledger {

    private static final String DOUBT = """
            update effect set state = 'unknown', in_doubt = true, leased_by = null, leased_until = null,
                   next_attempt_at = clock_timestamp(), last_error = 'the node stopped while sending'
            where state = 'sending' and leased_until < clock_timestamp()""";

    // A row waits while an earlier one of its key is undone, also one that another node is sending. Each service has
    // its
    // own share of this node's hands.
    private static final String LEASE = """
            update effect set state = 'sending', attempts = attempts + 1, leased_by = :node, sent_at = clock_timestamp(),
                   leased_until = clock_timestamp() + make_interval(secs => :lease)
            where id in (
                select due.id from (
                    select distinct service from effect
                    where state in ('planned', 'unknown') and next_attempt_at <= clock_timestamp()) s
                cross join lateral (
                    select e.id, e.event_position from effect e
                    where e.service = s.service
                      and e.state in ('planned', 'unknown') and e.next_attempt_at <= clock_timestamp()
                      and not exists (
                          select 1 from effect b
                          where b.sequence_key = e.sequence_key and b.state in ('planned', 'sending', 'unknown')
                            and (b.event_position, b.id) < (e.event_position, e.id))
                    order by e.event_position, e.id
                    limit greatest(0, :each - (select count(*) from effect w
                        where w.state = 'sending' and w.leased_by = :node and w.service = s.service))
                    for update skip locked) due
                order by due.event_position, due.id limit :n)
            returning id, event_id, effect, service, aggregate_id, sequence, sequence_key, correlation_id, attempts, in_doubt""";

    // Only who holds the lease of this very attempt may say what came of it.
    private static final String MINE =
            " where id = :id and state = 'sending' and leased_by = :node and attempts = :attempts";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String node = UUID.randomUUID().toString();

    public Ledger(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Leases up to {@code n} rows that are due, at most one of each key, and commits that they are being sent.
     *
     * @param each how many of one service this node may have under way
     */
    List<Attempt.Row> lease(int n, int each, Duration lease) {
        return transaction.execute(status -> {
            jdbc.sql(DOUBT).update();
            return jdbc.sql(LEASE)
                    .param("node", node)
                    .param("lease", lease.toSeconds())
                    .param("n", n)
                    .param("each", each)
                    .query(Attempt.Row.class)
                    .list();
        });
    }

    void done(Attempt.Row row, String remark) {
        end(row, "done", remark);
    }

    /** Refused for good: staff decide. */
    void failed(Attempt.Row row, String error) {
        end(row, "failed", error);
    }

    /** Given up: staff decide. */
    void dead(Attempt.Row row, String error) {
        end(row, "dead", error);
    }

    /** It failed on our own side; answers how often it did so by now. */
    int fault(Attempt.Row row) {
        return transaction.execute(
                status -> jdbc.sql("update effect set faults = faults + 1 where id = ? returning faults")
                        .param(row.id())
                        .query(Integer.class)
                        .single());
    }

    /** To be tried again later; a row in doubt stays so until somebody has asked. */
    void later(Attempt.Row row, Duration delay, String error, boolean counts) {
        update("""
                update effect set state = case when in_doubt then 'unknown' else 'planned' end, last_error = :error,
                       attempts = attempts - :back, leased_by = null, leased_until = null,
                       next_attempt_at = clock_timestamp() + make_interval(secs => :delay)""", row, error, delay.toMillis() / 1000.0, counts ? 0 : 1);
    }

    /** Whether the row was planned longer ago than this. */
    boolean olderThan(Attempt.Row row, Duration age) {
        return Boolean.TRUE.equals(transaction.execute(status -> jdbc.sql(
                        "select planned_at < clock_timestamp() - make_interval(secs => ?) from effect where id = ?")
                .params(age.toSeconds(), row.id())
                .query(Boolean.class)
                .single()));
    }

    private void end(Attempt.Row row, String state, String remark) {
        update("""
                update effect set state = '%s', last_error = :error, in_doubt = false, leased_by = null,
                       leased_until = null, done_at = clock_timestamp()""".formatted(state), row, remark, 0, 0);
    }

    private void update(String sql, Attempt.Row row, String error, double delay, int back) {
        transaction.executeWithoutResult(status -> jdbc.sql(sql + MINE)
                .param("error", error)
                .param("delay", delay)
                .param("back", back)
                .param("id", row.id())
                .param("node", node)
                .param("attempts", row.attempts())
                .update());
    }
}
