package carequeue.query.views;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who rebuilds which view, how far it is, and the swap.
 *
 * <p>A rebuild is held by a lease. Every step of its holder is fenced: it moves the row of the holder in its own transaction, so that one who
 * slept over the end of the lease can write nothing any more.
 */
@Component
class RebuildRows {

    private static final String BEGIN = """
            insert into view_rebuild (view, job_id, generation, builder, lease_until)
            select ?, job_id, ?, 'nobody', clock_timestamp() from job
            where job_id = ? and state in ('waiting', 'running') on conflict do nothing
            """;
    private static final String TAKE = """
            update view_rebuild set builder = ?, job_id = ?, lease_until = clock_timestamp() + ?::interval
            where view = ? and lease_until <= clock_timestamp()
            returning generation, position, swapped
            """;
    private static final String ADVANCE = """
            update view_rebuild set position = ?, swapped = ?, lease_until = clock_timestamp() + ?::interval
            where view = ? and builder = ?
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    RebuildRows(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The rebuild of a view, begun or taken over; empty while another node is at it. */
    Optional<Rebuilding> take(String view, String jobId, Duration lease) {
        return transaction.execute(status -> {
            begin(view, jobId);
            String builder = UUID.randomUUID().toString();
            return jdbc.sql(TAKE)
                    .params(builder, jobId, seconds(lease), view)
                    .query((row, n) -> new Rebuilding(view, builder, row.getInt(1), row.getLong(2), row.getBoolean(3)))
                    .optional();
        });
    }

    // The number of a generation is never given twice, so what an abandoned one left behind is in nobody's way.
    private void begin(String view, String jobId) {
        boolean there = jdbc.sql("select exists (select from view_rebuild where view = ?)")
                .param(view)
                .query(Boolean.class)
                .single();
        if (!there) {
            int generation = jdbc.sql("update view_generation set last = last + 1 where view = ? returning last")
                    .param(view)
                    .query(Integer.class)
                    .single();
            jdbc.sql(BEGIN).params(view, generation, jobId).update();
        }
    }

    /** Notes, in the transaction at hand, how far the rebuild is, and goes on holding it. */
    void advance(Rebuilding held, Duration lease) {
        int moved = jdbc.sql(ADVANCE)
                .params(held.position(), held.swapped(), seconds(lease), held.view(), held.builder())
                .update();
        if (moved == 0) {
            throw new LeaseLost(held.view());
        }
    }

    /** Makes the generation the live one, in the transaction at hand, which has it locked. */
    void swap(Rebuilding held) {
        jdbc.sql("update view_generation set live = ?, built = ? where view = ?")
                .params(held.generation(), held.position(), held.view())
                .update();
        jdbc.sql("delete from dead_letter where processing_group = ?")
                .param(held.view())
                .update();
        jdbc.sql("update dead_letter set processing_group = ? where processing_group = ?")
                .params(held.view(), held.letters())
                .update();
    }

    /** Lets others go on with it. */
    void release(Rebuilding held) {
        transaction.executeWithoutResult(status -> jdbc.sql(
                        "update view_rebuild set lease_until = clock_timestamp() where view = ? and builder = ?")
                .params(held.view(), held.builder())
                .update());
    }

    void end(Rebuilding held) {
        jdbc.sql("delete from dead_letter where processing_group = ?")
                .param(held.letters())
                .update();
        jdbc.sql("delete from view_rebuild where view = ? and builder = ?")
                .params(held.view(), held.builder())
                .update();
    }

    /** The highest number that a generation of the view has had. */
    int last(String view) {
        return jdbc.sql("select last from view_generation where view = ?")
                .param(view)
                .query(Integer.class)
                .single();
    }

    /** The furthest that any segment of the live view has come. */
    long furthest(String view) {
        return jdbc.sql("select coalesce(max(position), 0) from view_position where view = ?")
                .param(view)
                .query(Long.class)
                .single();
    }

    long head() {
        return jdbc.sql("select coalesce(max(global_index), 0) from event")
                .query(Long.class)
                .single();
    }

    private static String seconds(Duration lease) {
        return lease.toMillis() + " milliseconds";
    }
}
