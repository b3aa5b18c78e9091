package carequeue.adapter.pms;

import carequeue.api.appointment.AppointmentEvent.AppointmentBooked;
import carequeue.api.appointment.AppointmentStatus;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** How far our appointments are, as far as the practice management system is to know it. */
@Component
@WithPms
public class Standings {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public Standings(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * How far one is.
     *
     * @param begun whether the patient is being served
     * @param visitId the visit for which the patient came, or null
     */
    public record Standing(
            String appointmentId,
            String siteId,
            String serviceId,
            String patientId,
            AppointmentStatus status,
            boolean begun,
            String visitId) {}

    void booked(AppointmentBooked e) {
        AppointmentStatus status = e.status() == null ? AppointmentStatus.BOOKED : e.status();
        write("""
            insert into pms_standing (appointment_id, site_id, service_id, patient_id, status)
            values (?, ?, ?, ?, ?)
            on conflict (appointment_id) do nothing\
            """, e.appointmentId(), e.siteId(), e.serviceId(), e.patientId(), status.name());
    }

    void service(String appointmentId, String serviceId) {
        write(
                "update pms_standing set service_id = coalesce(?, service_id) where appointment_id = ?",
                serviceId,
                appointmentId);
    }

    void patient(String appointmentId, String patientId) {
        write("update pms_standing set patient_id = ? where appointment_id = ?", patientId, appointmentId);
    }

    void stands(String appointmentId, AppointmentStatus status, boolean begun, String visitId) {
        write(
                "update pms_standing set status = ?, begun = ?, visit_id = ? where appointment_id = ?",
                status.name(),
                begun,
                visitId,
                appointmentId);
    }

    void begun(String appointmentId) {
        write("update pms_standing set begun = true where appointment_id = ?", appointmentId);
    }

    /** How far one is; empty for one that was never booked. */
    public Optional<Standing> of(String appointmentId) {
        return transaction.execute(
                status -> jdbc.sql("select appointment_id, site_id, service_id, patient_id, status, begun, visit_id"
                                + " from pms_standing where appointment_id = ?")
                        .param(appointmentId)
                        .query(Standing.class)
                        .optional());
    }

    private void write(String sql, Object... values) {
        transaction.executeWithoutResult(status -> jdbc.sql(sql).params(values).update());
    }
}
