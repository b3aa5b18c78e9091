package carequeue.query.appointments;

import carequeue.api.appointment.AppointmentQuery.AppointmentPatient;
import carequeue.api.appointment.AppointmentQuery.AppointmentView;
import carequeue.api.appointment.AppointmentQuery.ExternalIds;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.site.Sites;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.Immutable;

/** An appointment as it is searched and paged; only ever read, the projection writes by JDBC. */
@Entity
@Immutable
@Table(name = "appointment_plan")
@IdClass(AppointmentRow.Key.class)
class AppointmentRow {

    static final Set<AppointmentStatus> PLANNED = EnumSet.of(
            AppointmentStatus.PROPOSED,
            AppointmentStatus.PENDING,
            AppointmentStatus.BOOKED,
            AppointmentStatus.WAITLIST);

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

    /** Whether it is planned with a provider who is away then. */
    boolean lacksProvider(Sites sites) {
        return providerId != null
                && PLANNED.contains(status)
                && sites.history(siteId)
                        .filter(site -> site.isAway(providerId, startAt))
                        .isPresent();
    }

    AppointmentView view(AppointmentPatient patient, Sites sites) {
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
                visitId,
                lacksProvider(sites) ? List.of("provider-unavailable") : List.of());
    }
}
