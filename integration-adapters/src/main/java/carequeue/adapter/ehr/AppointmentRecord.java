package carequeue.adapter.ehr;

import carequeue.api.appointment.AppointmentStatus;
import java.time.Instant;

/**
 * An appointment as the EHR knows it, with site and service in our names.
 *
 * @param saidAt when the EHR changed it last, by its own clock, or null where it does not say
 */
public record AppointmentRecord(
        String ehrId,
        String version,
        String siteId,
        String serviceId,
        String providerId,
        String ehrPatientId,
        Instant start,
        Instant end,
        String kind,
        AppointmentStatus status,
        Instant saidAt) {

    /** One of which the EHR does not say when it changed. */
    public AppointmentRecord(
            String ehrId,
            String version,
            String siteId,
            String serviceId,
            String providerId,
            String ehrPatientId,
            Instant start,
            Instant end,
            String kind,
            AppointmentStatus status) {
        this(ehrId, version, siteId, serviceId, providerId, ehrPatientId, start, end, kind, status, null);
    }
}
