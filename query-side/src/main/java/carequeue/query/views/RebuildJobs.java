package carequeue.query.views;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows by which somebody ordered work on views and watches it; the command side writes them, this side carries them out. */
@Component
class RebuildJobs {

    private static final String PROGRESS = """
            update job set state = 'running', started_at = coalesce(started_at, clock_timestamp()), done = ?, total = ?
            where job_id = ? returning not cancel_requested
            """;
    private static final String SET_ASIDE = """
            select event_id || ' (' || payload_type || ') was set aside: ' || coalesce(cause_message, 'behind another')
            from dead_letter where processing_group = ? order by enqueued_at, sequence_index limit 100
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;

    RebuildJobs(JdbcClient jdbc, PlatformTransactionManager transactions, ObjectMapper json) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.json = json;
    }

    /** Work that was ordered and is not over. */
    record Order(String jobId, String subject) {}

    List<Order> open(String kind) {
        boolean there = jdbc.sql("select to_regclass('job') is not null")
                .query(Boolean.class)
                .single();
        return !there
                ? List.of()
                : jdbc.sql("select job_id, subject from job where kind = ? and state in ('waiting', 'running')"
                                + " order by created_at")
                        .param(kind)
                        .query((row, n) -> new Order(row.getString(1), row.getString(2)))
                        .list();
    }

    /** Writes how far it is; false when somebody wants it to stop. */
    boolean progress(String jobId, long done, long total) {
        return Boolean.TRUE.equals(transaction.execute(status -> jdbc.sql(PROGRESS)
                .params(done, total, jobId)
                .query(Boolean.class)
                .optional()
                .orElse(false)));
    }

    /** Takes it for the transaction at hand; false when it is over already. */
    boolean begin(String jobId) {
        return jdbc.sql("update job set state = 'running', started_at = clock_timestamp(), total = 1"
                                + " where job_id = ? and state in ('waiting', 'running')")
                        .param(jobId)
                        .update()
                > 0;
    }

    /** Ends it, in the transaction at hand, as done, failed or cancelled. */
    void end(String jobId, String state, List<String> problems) {
        jdbc.sql(
                        "update job set state = :state, ended_at = clock_timestamp(), problems = :problems,"
                                + " done = case when :state = 'done' then coalesce(total, done) else done end where job_id = :job")
                .param("state", state)
                .param("problems", written(problems))
                .param("job", jobId)
                .update();
    }

    /** Which events a view has set aside, by identifier and kind of error. */
    List<String> setAside(String view) {
        return jdbc.sql(SET_ASIDE).param(view).query(String.class).list();
    }

    private String written(List<String> problems) {
        try {
            return json.writeValueAsString(problems);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("problems are plain text", e);
        }
    }
}
