package carequeue.api.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Questions about appointments and their answers. */
public sealed interface AppointmentQuery {

    /** The appointments of a site on a business day; the answer is {@link Appointments}. */
    record FindAppointments(String siteId, LocalDate date, String cursor, int limit) implements AppointmentQuery {}

    /** The appointments of a patient at a site on a business day, the first one first; the answer is {@link Appointments}. */
    record FindAppointmentsOf(String siteId, LocalDate date, String patientId) implements AppointmentQuery {}

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
     * @param estimatedWaitTime minutes of wait expected, or null
     * @param queuePosition the place in the line, counted from 1, or null
     * @param waitReason why one of them is null, or null where both are known
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
            List<String> flags,
            Integer estimatedWaitTime,
            Integer queuePosition,
            String waitReason) {

        /** One of which the place in the line is not asked. */
        public AppointmentView(
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
                List<String> flags) {
            this(
                    appointmentId,
                    siteId,
                    serviceId,
                    providerId,
                    patient,
                    status,
                    start,
                    end,
                    kind,
                    externalIds,
                    visitId,
                    flags,
                    null,
                    null,
                    "not asked");
        }

        /** The same with its place in the line. */
        public AppointmentView inLine(Integer minutes, Integer position, String reason) {
            return new AppointmentView(
                    appointmentId,
                    siteId,
                    serviceId,
                    providerId,
                    patient,
                    status,
                    start,
                    end,
                    kind,
                    externalIds,
                    visitId,
                    flags,
                    minutes,
                    position,
                    reason);
        }
    }

    /** The patient as the day's plan names them. */
    record AppointmentPatient(String id, String name, String mrn) {}

    /** How outside systems call the appointment. */
    record ExternalIds(String ehr, String pms) {}
}
