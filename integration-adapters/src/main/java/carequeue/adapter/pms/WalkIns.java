package carequeue.adapter.pms;

import carequeue.adapter.known.KnownAppointments;
import carequeue.api.visit.VisitEvent.CheckInRequested;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The visits of the last days: one without an appointment may be for one that only the practice management system knew. */
@Component
@WithPms
public class WalkIns {

    private static final String FIND = """
        select visit_id, state, appointment_id from pms_visit
        where patient_id = ? and site_id = ? and service_id = ? and appointment_id is null and state <> 'ended'
          and came_at >= ? and came_at < ?
        order by came_at limit 1\
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public WalkIns(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * A visit.
     *
     * @param state {@code requested, placed, begun, finished} or {@code ended}
     */
    public record Visit(String visitId, String state, String appointmentId) {}

    void begin(CheckInRequested e) {
        write("""
            insert into pms_visit (visit_id, site_id, service_id, patient_id, appointment_id, state, came_at)
            values (?, ?, ?, ?, ?, 'requested', ?) on conflict (visit_id) do nothing\
            """, e.visitId(), e.siteId(), e.serviceId(), e.patientId(), e.appointmentId(), Timestamp.from(e.at()));
    }

    void identify(String visitId, String patientId) {
        write("update pms_visit set patient_id = ? where visit_id = ?", patientId, visitId);
    }

    void is(String visitId, String state) {
        write("update pms_visit set state = ? where visit_id = ?", state, visitId);
    }

    /** The appointment that a walk-in's visit turned out to be for. */
    Optional<String> matched(String visitId) {
        return transaction.execute(
                status -> jdbc.sql("select appointment_id from pms_visit where visit_id = ? and matched")
                        .param(visitId)
                        .query(String.class)
                        .optional());
    }

    /** The walk-in of a patient for a service within a day. */
    Optional<Visit> of(KnownAppointments.Slot slot, Instant from, Instant to) {
        return transaction.execute(status -> jdbc.sql(FIND)
                .params(slot.patientId(), slot.siteId(), slot.serviceId(), Timestamp.from(from), Timestamp.from(to))
                .query(Visit.class)
                .optional());
    }

    /** The walk-in came for this appointment. */
    void match(String visitId, String appointmentId) {
        write(
                "update pms_visit set appointment_id = ?, matched = true where visit_id = ? and appointment_id is null",
                appointmentId,
                visitId);
    }

    private void write(String sql, Object... values) {
        transaction.executeWithoutResult(status -> jdbc.sql(sql).params(values).update());
    }
}
