package carequeue.query.audit;

import carequeue.api.Actor;
import carequeue.api.audit.AuditQuery.FindEvents;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds positions by what they are about; newest first. */
@Component
class AuditReads {

    private static final String FROM = """
            select e.global_index, e.event_id, e.aggregate_type, e.aggregate_id, e.sequence, e.name, e.revision,
                e.payload, e.metadata, e.recorded_at
            from audit_index a join event e on e.global_index = a.position where a.generation = %s
            """.formatted(AuditTrail.LIVE);
    private static final String PATIENT = """
             and (a.patients @> array[?]::text[] or a.visit_id in
                (select v.visit_id from audit_visit v where v.generation = a.generation and v.patient_id = ?))
            """;

    private final JdbcClient jdbc;

    AuditReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** At most one more than the page holds, so that it is seen whether more follow. */
    List<AuditRow> find(FindEvents q, Actor actor) {
        StringBuilder sql = new StringBuilder(FROM);
        List<Object> values = new ArrayList<>();
        where(sql, values, " and a.entities @> array[?]::text[]", q.entity());
        where(sql, values, " and a.actor = ?", q.actor());
        where(sql, values, " and a.recorded_at >= ?", time(q.from()));
        where(sql, values, " and a.recorded_at < ?", time(q.to()));
        where(sql, values, " and a.type = ?", q.type());
        where(sql, values, " and a.position < ?", AuditCursor.position(q.cursor()));
        if (q.patient() != null) {
            sql.append(PATIENT);
            values.addAll(List.of(q.patient(), q.patient()));
        }
        if (!actor.sites().contains("*")) {
            where(sql, values, " and a.site_id = any(?)", actor.sites().toArray(String[]::new));
        }
        sql.append(" order by a.position desc limit ?");
        values.add(q.limit() + 1);
        return jdbc.sql(sql.toString()).params(values).query(AuditRow::read).list();
    }

    private static void where(StringBuilder sql, List<Object> values, String condition, Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    private static Timestamp time(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
