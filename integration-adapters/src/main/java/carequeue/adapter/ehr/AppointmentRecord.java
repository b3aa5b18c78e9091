package carequeue.adapter.ehr;

import carequeue.api.appointment.AppointmentStatus;
import java.time.Instant;

/** An appointment as the EHR knows it, with site and service in our names. */
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
        AppointmentStatus status) {}
