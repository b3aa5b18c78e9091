package carequeue.adapter.pms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose turn it is to read the practice management system, who ordered it, and how far it is. */
@Component
@WithPms
public class PmsTurns {

    private static final String TAKE = """
        insert into integration_lease (name, holder, leased_until)
        values ('sync.pms', :node, clock_timestamp() + interval '60 seconds')
        on conflict (name) do update set holder = excluded.holder, leased_until = excluded.leased_until
        where integration_lease.holder is null or integration_lease.holder = :node
           or integration_lease.leased_until < clock_timestamp()\
        """;

    private static final String NEXT = """
        update job set state = 'running', started_at = clock_timestamp()
        where job_id = (select job_id from job where kind = 'sync' and subject = 'pms' and state in ('waiting', 'running')
                        order by created_at limit 1 for update skip locked)
        returning job_id\
        """;

    private static final String DUE = """
        select exists (select 1 from job where kind = 'sync' and subject = 'pms' and state = 'waiting')
            or not exists (select 1 from integration_lease
                where name = 'sync.pms' and done_at > clock_timestamp() - make_interval(secs => ?))\
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;
    private final String node = UUID.randomUUID().toString();

    public PmsTurns(JdbcClient jdbc, TransactionTemplate transaction, ObjectMapper json) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
    }

    /** Whether the EHR, or this system, was read at some time; so it is where no EHR is watched. */
    boolean readBefore() {
        return Boolean.TRUE.equals(
                transaction.execute(status -> jdbc.sql("""
                    select exists (select 1 from integration_health where service in ('ehr', 'pms') and data_as_of is not null)
                        or exists (select 1 from known_appointment where system = 'pms')\
                    """).query(Boolean.class).single()));
    }

    /** Whether it was ordered, or was not read for so long. */
    boolean due(Duration every) {
        return Boolean.TRUE.equals(transaction.execute(status ->
                jdbc.sql(DUE).param(every.toSeconds()).query(Boolean.class).single()));
    }

    /** Takes or prolongs the turn; false when another node has it. */
    boolean take() {
        return Integer.valueOf(1)
                .equals(transaction.execute(
                        status -> jdbc.sql(TAKE).param("node", node).update()));
    }

    /** Gives the turn back. */
    void release() {
        transaction.executeWithoutResult(
                status -> jdbc.sql("update integration_lease set holder = null, done_at = clock_timestamp()"
                                + " where name = 'sync.pms' and holder = ?")
                        .param(node)
                        .update());
    }

    /** Takes the next order, if there is one. */
    Optional<String> next() {
        return transaction.execute(status -> jdbc.sql(NEXT).query(String.class).optional());
    }

    /** Writes how far it is; false when somebody wants it to stop. */
    boolean progress(String jobId, PmsReport report) {
        return Boolean.TRUE.equals(transaction.execute(
                status -> jdbc.sql("update job set done = ?, total = ?, problems = ? where job_id = ? returning not"
                                + " cancel_requested")
                        .params(report.count(), report.total(), written(report), jobId)
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

    private String written(PmsReport report) {
        try {
            return json.writeValueAsString(report.problems());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("problems are plain text", e);
        }
    }
}
