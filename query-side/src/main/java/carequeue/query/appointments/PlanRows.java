package carequeue.query.appointments;

import carequeue.api.Phi;
import carequeue.api.appointment.AppointmentEvent.AppointmentBooked;
import carequeue.api.appointment.AppointmentEvent.AppointmentRescheduled;
import carequeue.api.appointment.AppointmentQuery.AppointmentPatient;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.patient.Demographics;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of the day's plan, as the projection writes them. */
@Component
class PlanRows {

    static final int LIVE = 1;

    private static final String BOOK = """
            insert into appointment_plan (generation, appointment_id, site_id, business_day, service_id, provider_id,
                patient_id, status, start_at, end_at, kind, ehr_id, pms_id, visit_id, position)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, ?) on conflict do nothing
            """;
    private static final String MOVE = """
            update appointment_plan set business_day = ?, service_id = coalesce(?, service_id),
                provider_id = ?, start_at = ?, end_at = ?, position = ?
            where generation = ? and appointment_id = ? and position < ?
            """;
    private static final String STATUS = """
            update appointment_plan set status = ?, visit_id = ?, position = ?
            where generation = ? and appointment_id = ? and position < ?
            """;
    private static final String EHR_ID = """
            update appointment_plan set ehr_id = coalesce(?, ehr_id), pms_id = coalesce(?, pms_id), position = ?
            where generation = ? and appointment_id = ? and position < ?
            """;
    private static final String NAME = """
            insert into appointment_patient (generation, patient_id, name, mrn, position) values (?, ?, ?, ?, ?)
            on conflict (generation, patient_id) do update
            set name = excluded.name, mrn = excluded.mrn, position = excluded.position
            where appointment_patient.position < excluded.position
            """;

    private final JdbcClient jdbc;

    PlanRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void book(AppointmentBooked e, LocalDate day, long position) {
        jdbc.sql(BOOK)
                .params(Arrays.asList(
                        LIVE,
                        e.appointmentId(),
                        e.siteId(),
                        day,
                        e.serviceId(),
                        e.providerId(),
                        e.patientId(),
                        (e.status() == null ? AppointmentStatus.BOOKED : e.status()).name(),
                        Timestamp.from(e.start()),
                        Timestamp.from(e.end()),
                        e.kind(),
                        "ehr".equals(e.system()) ? e.outsideId() : null,
                        "pms".equals(e.system()) ? e.outsideId() : null,
                        position))
                .update();
    }

    void move(AppointmentRescheduled e, LocalDate day, long position) {
        Timestamp start = Timestamp.from(e.start());
        Timestamp end = Timestamp.from(e.end());
        jdbc.sql(MOVE)
                .params(Arrays.asList(
                        day, e.serviceId(), e.providerId(), start, end, position, LIVE, e.appointmentId(), position))
                .update();
    }

    void status(String appointmentId, AppointmentStatus status, String visitId, long position) {
        jdbc.sql(STATUS)
                .params(Arrays.asList(status.name(), visitId, position, LIVE, appointmentId, position))
                .update();
    }

    void outsideId(String appointmentId, String system, String outsideId, long position) {
        String ehr = "ehr".equals(system) ? outsideId : null;
        String pms = "pms".equals(system) ? outsideId : null;
        jdbc.sql(EHR_ID)
                .params(Arrays.asList(ehr, pms, position, LIVE, appointmentId, position))
                .update();
    }

    void patient(String patientId, Demographics who, long position) {
        jdbc.sql(NAME)
                .params(Arrays.asList(LIVE, patientId, who.name(), Phi.text(who.mrn(), m -> m, null), position))
                .update();
    }

    /** The site of an appointment, or null. */
    String site(String appointmentId) {
        return jdbc.sql("select site_id from appointment_plan where generation = ? and appointment_id = ?")
                .params(LIVE, appointmentId)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    Map<String, AppointmentPatient> patients(Collection<String> ids) {
        Map<String, AppointmentPatient> found = new HashMap<>();
        jdbc.sql("select patient_id, name, mrn from appointment_patient where generation = ? and patient_id = any(?)")
                .params(LIVE, ids.toArray(String[]::new))
                .query(row -> {
                    found.put(
                            row.getString(1),
                            new AppointmentPatient(row.getString(1), row.getString(2), row.getString(3)));
                });
        return found;
    }
}
