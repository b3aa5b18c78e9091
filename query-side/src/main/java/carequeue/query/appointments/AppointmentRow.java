package carequeue.query.appointments;

import carequeue.api.appointment.AppointmentQuery.AppointmentPatient;
import carequeue.api.appointment.AppointmentQuery.AppointmentView;
import carequeue.api.appointment.AppointmentQuery.ExternalIds;
import carequeue.api.appointment.AppointmentStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

/** An appointment as it is searched and paged; only ever read, the projection writes by JDBC. */
@Entity
@Immutable
@Table(name = "appointment_plan")
@IdClass(AppointmentRow.Key.class)
class AppointmentRow {

    /** An appointment within a generation of the view. */
    record Key(int generation, String appointmentId) implements Serializable {}

    @Id
    private int generation;

    @Id
    private String appointmentId;

    private String siteId;
    private LocalDate businessDay;
    private String serviceId;
    private String providerId;
    private String patientId;

    @Enumerated(EnumType.STRING)
    private AppointmentStatus status;

    private Instant startAt;
    private Instant endAt;
    private String kind;
    private String ehrId;
    private String pmsId;
    private String visitId;

    protected AppointmentRow() {}

    String siteId() {
        return siteId;
    }

    Cursor cursor() {
        return new Cursor(startAt, appointmentId);
    }

    String patientId() {
        return patientId;
    }

    AppointmentView view(AppointmentPatient patient) {
        return new AppointmentView(
                appointmentId,
                siteId,
                serviceId,
                providerId,
                patient,
                status,
                startAt,
                endAt,
                kind,
                new ExternalIds(ehrId, pmsId),
                visitId);
    }
}
