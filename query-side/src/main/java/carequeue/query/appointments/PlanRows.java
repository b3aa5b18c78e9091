package carequeue.query.appointments;

import carequeue.api.Phi;
import carequeue.api.Sealing;
import carequeue.api.appointment.AppointmentQuery.AppointmentPatient;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.patient.Demographics;
import carequeue.query.views.Generations;
import carequeue.query.views.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of the day's plan. */
@Component
class PlanRows {

    static final Table<String, Planned> PLAN = Table.<String, Planned>named("appointment_plan")
            .key("appointment_id", "text", id -> id)
            .column("site_id", "text", Planned::siteId)
            .column("business_day", "date", Planned::businessDay)
            .column("service_id", "text", Planned::serviceId)
            .column("provider_id", "text", Planned::providerId)
            .column("patient_id", "text", Planned::patientId)
            .column("status", "text", planned -> planned.status().name())
            .column("start_at", "timestamptz", Planned::start)
            .column("end_at", "timestamptz", Planned::end)
            .column("kind", "text", Planned::kind)
            .column("ehr_id", "text", Planned::ehrId)
            .column("pms_id", "text", Planned::pmsId)
            .column("visit_id", "text", Planned::visitId)
            .read(PlanRows::read);

    static final Table<String, Who> PATIENTS = Table.<String, Who>named("appointment_patient")
            .key("patient_id", "text", id -> id)
            .sealed("name", Who::name)
            .sealed("mrn", Who::mrn)
            .open((row, sealing) -> who(row.getString("name"), row.getString("mrn"), sealing));

    private static final String FIND = "select patient_id, name, mrn from appointment_patient where generation = "
            + Generations.live(PlanProjection.VIEW) + " and patient_id = any(?)";

    private final JdbcClient jdbc;
    private final Sealing sealing;

    PlanRows(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** What the plan shows of a patient. */
    record Who(String name, String mrn) {}

    static Who who(Demographics demographics) {
        return new Who(demographics.name(), Phi.text(demographics.mrn(), mrn -> mrn, null));
    }

    private static Who who(String name, String mrn, Sealing sealing) {
        return new Who(
                Phi.text(sealing.text("name", name), n -> n, Phi.ERASED),
                Phi.text(sealing.text("mrn", mrn), m -> m, null));
    }

    private static Planned read(ResultSet row) throws SQLException {
        return new Planned(
                row.getString("site_id"),
                row.getObject("business_day", LocalDate.class),
                row.getString("service_id"),
                row.getString("provider_id"),
                row.getString("patient_id"),
                AppointmentStatus.valueOf(row.getString("status")),
                time(row.getTimestamp("start_at")),
                time(row.getTimestamp("end_at")),
                row.getString("kind"),
                row.getString("ehr_id"),
                row.getString("pms_id"),
                row.getString("visit_id"));
    }

    private static Instant time(Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    Map<String, AppointmentPatient> patients(Collection<String> ids) {
        Map<String, AppointmentPatient> found = new HashMap<>();
        jdbc.sql(FIND).param(ids.toArray(String[]::new)).query(row -> {
            Who who = who(row.getString(2), row.getString(3), sealing);
            found.put(row.getString(1), new AppointmentPatient(row.getString(1), who.name(), who.mrn()));
        });
        return found;
    }
}
