package carequeue.adapter.ehr;

import carequeue.adapter.known.KnownAppointments;
import carequeue.api.Ids;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Under which identifiers the EHR knows what is ours. */
@Component
public class Links {

    private static final String KEEP = """
        insert into ehr_link (kind, our_id, ehr_id, version) values (?, ?, ?, ?)
        on conflict (kind, our_id) do update set ehr_id = excluded.ehr_id,
            version = coalesce(excluded.version, ehr_link.version)\
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public Links(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** What is linked. */
    public enum Kind {
        PATIENT,
        APPOINTMENT,
        VISIT;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** One of ours and what it is there. */
    public record Link(String ourId, String ehrId, String version) {}

    /** Keeps a link; the latest wins. */
    public void keep(Kind kind, String ourId, String ehrId, String version) {
        transaction.executeWithoutResult(status ->
                jdbc.sql(KEEP).params(kind.word(), ourId, ehrId, version).update());
    }

    /** What one of ours is there. */
    public Optional<Link> of(Kind kind, String ourId) {
        return ask("select our_id, ehr_id, version from ehr_link where kind = ? and our_id = ?", kind, ourId);
    }

    /** Which of ours something there is. */
    public Optional<Link> ours(Kind kind, String ehrId) {
        return ask(
                "select our_id, ehr_id, version from ehr_link where kind = ? and ehr_id = ? order by our_id limit 1",
                kind,
                ehrId);
    }

    /** All patients there who are linked with one of ours, as they are called there. */
    public Set<String> theirPatients() {
        return Set.copyOf(
                transaction.execute(status -> jdbc.sql("select distinct ehr_id from ehr_link where kind = 'patient'")
                        .query(String.class)
                        .list()));
    }

    /** Our identifier of a patient there: the linked one, or the one that follows from theirs. */
    public String ourPatient(String ehrId) {
        return ours(Kind.PATIENT, ehrId).map(Link::ourId).orElseGet(() -> Ids.patient(EhrService.EHR, ehrId));
    }

    /** Our identifier of an appointment there, which another system may have told of before; from now on it is linked. */
    public String ourAppointment(AppointmentRecord read, String patientId) {
        return ours(Kind.APPOINTMENT, read.ehrId()).map(Link::ourId).orElseGet(() -> {
            var slot = new KnownAppointments.Slot(read.siteId(), read.serviceId(), patientId, read.start());
            String ours = new KnownAppointments(jdbc, transaction).ours(EhrService.EHR, read.ehrId(), null, slot);
            if (!ours.equals(Ids.appointment(EhrService.EHR, read.ehrId()))) {
                keep(Kind.APPOINTMENT, ours, read.ehrId(), null);
            }
            return ours;
        });
    }

    private Optional<Link> ask(String sql, Kind kind, String id) {
        return transaction.execute(status ->
                jdbc.sql(sql).params(kind.word(), id).query(Link.class).optional());
    }
}
