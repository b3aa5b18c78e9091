package carequeue.api.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Questions about appointments and their answers. */
public sealed interface AppointmentQuery {

    /** The appointments of a site on a business day; the answer is {@link Appointments}. */
    record FindAppointments(String siteId, LocalDate date, String cursor, int limit) implements AppointmentQuery {}

    /** The planned appointments of a site, from an instant on, whose provider is away then; the answer is {@link Appointments}. */
    record FindWithoutProvider(String siteId, Instant from) implements AppointmentQuery {}

    /** One appointment; the answer is {@link AppointmentView} or null. */
    record FindAppointment(String appointmentId) implements AppointmentQuery {}

    /** Several appointments. */
    record Appointments(List<AppointmentView> items, String nextCursor) {}

    /**
     * One appointment as staff see it.
     *
     * @param flags {@code provider-unavailable} while it is planned and its provider is away then
     */
    record AppointmentView(
            String appointmentId,
            String siteId,
            String serviceId,
            String providerId,
            AppointmentPatient patient,
            AppointmentStatus status,
            Instant start,
            Instant end,
            String kind,
            ExternalIds externalIds,
            String visitId,
            List<String> flags) {}

    /** The patient as the day's plan names them. */
    record AppointmentPatient(String id, String name, String mrn) {}

    /** How outside systems call the appointment. */
    record ExternalIds(String ehr, String pms) {}
}
