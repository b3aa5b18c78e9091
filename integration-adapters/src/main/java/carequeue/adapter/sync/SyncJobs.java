package carequeue.adapter.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows by which somebody ordered a sync and watches it; the command side writes them, this side carries them out. */
@Component
public class SyncJobs {

    // Called only by the node whose turn it is, so a row that still runs was left by a node that stopped.
    private static final String NEXT = """
            update job set state = 'running', started_at = clock_timestamp()
            where job_id = (select job_id from job where kind = 'sync' and subject = 'ehr' and state in ('waiting', 'running')
                            order by created_at limit 1 for update skip locked)
            returning job_id""";

    private static final String PROGRESS = """
            update job set done = :done, total = :total, problems = :problems where job_id = :job
            returning not cancel_requested""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;

    public SyncJobs(JdbcClient jdbc, TransactionTemplate transaction, ObjectMapper json) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
    }

    /** Whether somebody has ordered a sync. */
    boolean ordered() {
        return Boolean.TRUE.equals(transaction.execute(status -> jdbc.sql(
                        "select exists (select 1 from job where kind = 'sync' and subject = 'ehr' and state = 'waiting')")
                .query(Boolean.class)
                .single()));
    }

    /** Takes the next order. */
    Optional<String> next() {
        return transaction.execute(status -> jdbc.sql(NEXT).query(String.class).optional());
    }

    /** Writes how far it is; false when somebody wants it to stop. */
    boolean progress(String jobId, SyncReport report) {
        return Boolean.TRUE.equals(transaction.execute(status -> jdbc.sql(PROGRESS)
                .param("done", report.count())
                .param("total", report.total())
                .param("problems", written(report))
                .param("job", jobId)
                .query(Boolean.class)
                .single()));
    }

    /** Ends an order as {@code done, failed} or {@code cancelled}. */
    void end(String jobId, String state) {
        transaction.executeWithoutResult(
                status -> jdbc.sql("update job set state = ?, ended_at = clock_timestamp() where job_id = ?")
                        .params(state, jobId)
                        .update());
    }

    private String written(SyncReport report) {
        try {
            return json.writeValueAsString(report.problems());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("problems are plain text", e);
        }
    }
}
