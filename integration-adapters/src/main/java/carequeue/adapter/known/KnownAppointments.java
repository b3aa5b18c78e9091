package carequeue.adapter.known;

import carequeue.api.Ids;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Which of our appointments an outside system means, so that one that two systems know is one here. */
@Component
public class KnownAppointments {

    /** Two systems that mean the same appointment may differ by so much about its time. */
    private static final Duration ABOUT = Duration.ofMinutes(30);

    private static final String KEEP = """
        insert into known_appointment (system, outside_id, appointment_id, site_id, service_id, patient_id, start_at, version)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (system, outside_id) do update set start_at = excluded.start_at, service_id = excluded.service_id,
            patient_id = excluded.patient_id, version = coalesce(excluded.version, known_appointment.version)\
        """;

    // One that the same system calls otherwise already is another one.
    private static final String SAME = """
        select k.appointment_id from known_appointment k
        where k.patient_id = ? and k.site_id = ? and k.service_id = ? and k.system <> ?
          and k.start_at between ? and ?
          and not exists (select 1 from known_appointment o where o.appointment_id = k.appointment_id and o.system = ?)
        order by abs(extract(epoch from k.start_at - ?)), k.appointment_id\
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public KnownAppointments(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Where and when an appointment is, and whose. */
    public record Slot(String siteId, String serviceId, String patientId, Instant start) {}

    /** Ours by theirs, or else the one that must be meant, or else the one that follows from theirs; from now on it is that one. */
    public String ours(String system, String outsideId, String alsoInEhr, Slot slot) {
        return transaction.execute(status -> {
            // Two systems are read at once: who comes second has to see what the first one made.
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('known_appointment ' || ?, 0))")
                    .param(slot.patientId())
                    .query((row, n) -> n)
                    .list();
            String ours = find(system, outsideId)
                    .or(() -> alsoInEhr == null ? Optional.empty() : find("ehr", alsoInEhr))
                    .orElseGet(() -> meant(system, slot).orElseGet(() -> Ids.appointment(system, outsideId)));
            keep(system, outsideId, ours, slot, null);
            return ours;
        });
    }

    private Optional<String> meant(String system, Slot slot) {
        List<String> found = jdbc.sql(SAME)
                .params(slot.patientId(), slot.siteId(), slot.serviceId(), system)
                .params(time(slot.start().minus(ABOUT)), time(slot.start().plus(ABOUT)))
                .params(system, time(slot.start()))
                .query(String.class)
                .list();
        return found.stream().findFirst();
    }

    /** Keeps what is known of one; the latest wins. */
    public void keep(String system, String outsideId, String appointmentId, Slot slot, String version) {
        transaction.executeWithoutResult(status -> jdbc.sql(KEEP)
                .params(system, outsideId, appointmentId, slot.siteId(), slot.serviceId(), slot.patientId())
                .params(time(slot.start()), version)
                .update());
    }

    /** It moved, or is for another service or patient; what is null stays. */
    public void moved(String appointmentId, String serviceId, String patientId, Instant start) {
        transaction.executeWithoutResult(status -> jdbc.sql("""
            update known_appointment set start_at = ?, service_id = coalesce(?, service_id),
                patient_id = coalesce(?, patient_id) where appointment_id = ?\
            """)
                .params(time(start), serviceId, patientId, appointmentId)
                .update());
    }

    /** Which of ours something there is. */
    public Optional<String> find(String system, String outsideId) {
        return one(
                "select appointment_id from known_appointment where system = ? and outside_id = ?", system, outsideId);
    }

    /** What one of ours is there. */
    public Optional<String> theirs(String system, String appointmentId) {
        return one(
                "select outside_id from known_appointment where system = ? and appointment_id = ? order by outside_id"
                        + " limit 1",
                system,
                appointmentId);
    }

    /** The version that was taken last, or that we wrote. */
    public Optional<String> version(String system, String outsideId) {
        return one(
                "select version from known_appointment where system = ? and outside_id = ? and version is not null",
                system,
                outsideId);
    }

    /** Notes the version that was taken, or that we wrote. */
    public void version(String system, String outsideId, String version) {
        transaction.executeWithoutResult(
                status -> jdbc.sql("update known_appointment set version = ? where system = ? and outside_id = ?")
                        .params(version, system, outsideId)
                        .update());
    }

    private Optional<String> one(String sql, String first, String second) {
        return transaction.execute(status ->
                jdbc.sql(sql).params(first, second).query(String.class).optional());
    }

    private static Timestamp time(Instant at) {
        return Timestamp.from(at);
    }
}
