package carequeue.adapter.ehr;

import carequeue.api.visit.LookupOutcome;
import carequeue.api.visit.VisitEvent.CheckInRequested;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the effects of a visit need of its earlier events. */
@Component
public class Visits {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public Visits(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * A visit on its way.
     *
     * @param lookup what the EHR said of the patient, or null while it was not asked or has not answered
     * @param ehrPatientId the patient found there
     */
    public record Visit(
            String visitId,
            String siteId,
            String patientId,
            String appointmentId,
            String providerId,
            String lookup,
            String ehrPatientId) {}

    void begin(CheckInRequested event) {
        write(
                """
                insert into ehr_visit (visit_id, site_id, service_id, patient_id, appointment_id, provider_id)
                values (?, ?, ?, ?, ?, ?) on conflict (visit_id) do nothing""",
                event.visitId(),
                event.siteId(),
                event.serviceId(),
                event.patientId(),
                event.appointmentId(),
                event.providerId());
    }

    void identify(String visitId, String patientId) {
        write("update ehr_visit set patient_id = ? where visit_id = ?", patientId, visitId);
    }

    /** Notes what the EHR said of the patient. */
    void lookedUp(String visitId, LookupOutcome outcome, String ehrPatientId) {
        write(
                "update ehr_visit set lookup = ?, ehr_patient_id = coalesce(?, ehr_patient_id) where visit_id = ?",
                outcome.toString(),
                ehrPatientId,
                visitId);
    }

    /** Whether the EHR is to be told of the arrival now; true only once. */
    boolean arrivalToTell(String visitId) {
        return write("update ehr_visit set arrived_planned = true where visit_id = ? and not arrived_planned", visitId)
                == 1;
    }

    /** Whether the EHR was or will be told of the arrival. */
    boolean arrivalPlanned(String visitId) {
        return Boolean.TRUE.equals(transaction.execute(
                status -> jdbc.sql("select coalesce(bool_or(arrived_planned), false) from ehr_visit where visit_id = ?")
                        .param(visitId)
                        .query(Boolean.class)
                        .single()));
    }

    /** Whether the EHR has still to be asked who the patient is. */
    boolean lookupUnderWay(String visitId) {
        return Boolean.TRUE.equals(transaction.execute(status -> jdbc.sql("""
                        select exists (select 1 from effect where sequence_key = ? and state in ('planned', 'sending', 'unknown'))""")
                .param(FindPatient.key(visitId))
                .query(Boolean.class)
                .single()));
    }

    Optional<Visit> find(String visitId) {
        return transaction.execute(
                status -> jdbc.sql("""
                        select visit_id, site_id, patient_id, appointment_id, provider_id, lookup, ehr_patient_id
                        from ehr_visit where visit_id = ?""").param(visitId).query(Visit.class).optional());
    }

    private int write(String sql, Object... values) {
        Integer rows =
                transaction.execute(status -> jdbc.sql(sql).params(values).update());
        return rows == null ? 0 : rows;
    }
}
