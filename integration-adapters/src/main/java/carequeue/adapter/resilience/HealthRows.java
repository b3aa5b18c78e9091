package carequeue.adapter.resilience;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes how each outside service does into the row that the query side shows. */
@Component
public class HealthRows {

    private static final String MINUTE = """
            insert into integration_minute (service, minute, errors, checks, up)
            values (?, date_trunc('minute', clock_timestamp()), ?, 1, ?)
            on conflict (service, minute) do update set errors = integration_minute.errors + excluded.errors,
                checks = integration_minute.checks + 1, up = integration_minute.up + excluded.up""";

    private static final String HEALTH = """
            insert into integration_health
                (service, status, response_time_ms, last_checked, error_count, uptime, circuit, node, reason)
            select :service, :status, :median, clock_timestamp(),
                   coalesce(sum(errors) filter (where minute > clock_timestamp() - interval '1 hour'), 0),
                   coalesce(sum(up)::double precision / nullif(sum(checks), 0), 1), :circuit, :node, :reason
            from integration_minute where service = :service and minute > clock_timestamp() - interval '24 hours'
            on conflict (service) do update set status = excluded.status, response_time_ms = excluded.response_time_ms,
                last_checked = excluded.last_checked, error_count = excluded.error_count, uptime = excluded.uptime,
                circuit = excluded.circuit, node = excluded.node, reason = excluded.reason""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String node = UUID.randomUUID().toString();

    public HealthRows(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Notes a probe and everything that was seen since the last one.
     *
     * @param reason why it is less than well though it answers, or null
     */
    void write(String service, ServicePulse pulse, String circuit, String reason) {
        String failure = pulse.failure();
        boolean up = failure == null;
        long errors = pulse.takeErrors();
        transaction.executeWithoutResult(status -> {
            jdbc.sql(
                            "delete from integration_minute where service = ? and minute < clock_timestamp() - interval '25 hours'")
                    .param(service)
                    .update();
            jdbc.sql(MINUTE).params(service, errors, up ? 1 : 0).update();
            jdbc.sql(HEALTH)
                    .param("service", service)
                    .param("status", reason == null || !up ? status(pulse, circuit) : "degraded")
                    .param("median", pulse.median())
                    .param("circuit", circuit)
                    .param("node", node)
                    .param("reason", up ? reason : failure)
                    .update();
        });
    }

    /** Notes as of when what we hold of a service's data is true. */
    public void dataAsOf(String service, java.time.Instant at) {
        transaction.executeWithoutResult(
                status -> jdbc.sql("update integration_health set data_as_of = ? where service = ?")
                        .params(java.sql.Timestamp.from(at), service)
                        .update());
    }

    private static String status(ServicePulse pulse, String circuit) {
        if (pulse.failing() || circuit.equals("open")) {
            return "down";
        }
        return pulse.unsteady() || !circuit.equals("closed") ? "degraded" : "healthy";
    }
}
