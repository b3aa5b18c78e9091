package carequeue.adapter.sync;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What of the EHR could not be taken in, by identifier and rule, until it can be: nothing personal. */
@Component
public class Problems {

    private static final String NOTE = """
        insert into sync_problem (resource, problem, waits_for, retry, tries) values (:resource, :problem, :waits, :retry, 1)
        on conflict (resource) do update set problem = excluded.problem, waits_for = excluded.waits_for,
            retry = excluded.retry and sync_problem.tries < 20, tries = sync_problem.tries + 1, last_at = clock_timestamp()\
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public Problems(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Notes why something was not taken in.
     *
     * @param resource such as {@code Appointment/17}
     * @param waitsFor what has to be taken in before, or null
     * @param retry whether the next run tries it again by itself
     */
    void note(String resource, String problem, String waitsFor, boolean retry) {
        transaction.executeWithoutResult(status -> jdbc.sql(NOTE)
                .param("resource", resource)
                .param("problem", problem)
                .param("waits", waitsFor)
                .param("retry", retry)
                .update());
    }

    /** It was taken in after all; what waited for it is tried again. */
    void solved(String resource) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from sync_problem where resource = ?")
                    .param(resource)
                    .update();
            jdbc.sql("update sync_problem set retry = true, waits_for = null where waits_for = ?")
                    .param(resource)
                    .update();
        });
    }

    /** Whether something waits for it, or it is a problem itself. */
    boolean concerns(String resource) {
        return Boolean.TRUE.equals(transaction.execute(
                status -> jdbc.sql("select exists (select 1 from sync_problem where resource = ? or waits_for = ?)")
                        .params(resource, resource)
                        .query(Boolean.class)
                        .single()));
    }

    /** Lets everything be tried once more, as after a start: what is accepted may have changed on our side. */
    void retryAll() {
        transaction.executeWithoutResult(status -> jdbc.sql(
                        "update sync_problem set retry = true, tries = 0 where last_at > clock_timestamp() - interval"
                                + " '7 days'")
                .update());
    }

    /** What is to be tried again. */
    List<String> toRetry() {
        return transaction.execute(
                status -> jdbc.sql("select resource from sync_problem where retry order by since limit 500")
                        .query(String.class)
                        .list());
    }
}
