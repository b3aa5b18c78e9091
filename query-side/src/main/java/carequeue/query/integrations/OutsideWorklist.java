package carequeue.query.integrations;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door to what outside systems know and cannot be taken over yet: unmapped or broken, by identifier and rule. */
@RestController
class OutsideWorklist {

    private static final String OPEN = """
        select 'pms', 'Appointment/' || pms_id, rule, department, appointment_type, scheduled, since
        from pms_open where closed_at is null
        union all
        select 'ehr', resource, problem, null, null, null, since from sync_problem
        union all
        select 'ehr', coalesce('Appointment/' || l.ehr_id, u.appointment_id), u.what || ' not told: ' || u.why,
               null, null, null, u.since
        from ehr_untold u left join ehr_link l on l.kind = 'appointment' and l.our_id = u.appointment_id
        union all
        select 'secrets', name, 'secret overdue', null, null, null, min(due_at) from secret_state
        where due_at < clock_timestamp() and seen_at > clock_timestamp() - interval '5 minutes' group by name
        order by 7, 2 limit 500\
        """;

    private final JdbcClient jdbc;

    OutsideWorklist(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One record there; department, type and time are as that system says them, or null. */
    record Open(
            String system,
            String record,
            String rule,
            String department,
            String appointmentType,
            String scheduledTime,
            Instant since) {}

    /** All that is open, the oldest first. */
    record Page(List<Open> items, String nextCursor) {}

    @GetMapping("/api/worklist/outside")
    Page open() {
        return new Page(
                jdbc.sql(OPEN)
                        .query((row, n) -> new Open(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                time(row.getTimestamp(7))))
                        .list(),
                null);
    }

    private static Instant time(Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
