package carequeue.query.appointments;

import carequeue.api.appointment.AppointmentQuery.AppointmentPatient;
import carequeue.api.appointment.AppointmentQuery.AppointmentView;
import carequeue.api.appointment.AppointmentQuery.ExternalIds;
import carequeue.api.appointment.AppointmentStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** An appointment as the plan's fold knows it. */
record Planned(
        String siteId,
        LocalDate businessDay,
        String serviceId,
        String providerId,
        String patientId,
        AppointmentStatus status,
        Instant start,
        Instant end,
        String kind,
        String ehrId,
        String pmsId,
        String visitId) {

    Planned moved(LocalDate day, String service, String provider, Instant from, Instant to) {
        return new Planned(
                siteId,
                day,
                service == null ? serviceId : service,
                provider,
                patientId,
                status,
                from,
                to,
                kind,
                ehrId,
                pmsId,
                visitId);
    }

    /** With the right values; a kind that is null stays. */
    Planned corrected(
            LocalDate day, String patient, String service, String provider, Instant from, Instant to, String what) {
        return new Planned(
                siteId,
                day,
                service,
                provider,
                patient,
                status,
                from,
                to,
                what == null ? kind : what,
                ehrId,
                pmsId,
                visitId);
    }

    Planned standing(AppointmentStatus now, String visit) {
        return new Planned(
                siteId, businessDay, serviceId, providerId, patientId, now, start, end, kind, ehrId, pmsId, visit);
    }

    /** Known outside under an identifier; what is null stays as it was. */
    Planned known(String ehr, String pms) {
        return new Planned(
                siteId,
                businessDay,
                serviceId,
                providerId,
                patientId,
                status,
                start,
                end,
                kind,
                ehr == null ? ehrId : ehr,
                pms == null ? pmsId : pms,
                visitId);
    }

    /** As staff saw it then; who is away is known of the present only, so that nothing is flagged. */
    AppointmentView view(String appointmentId, AppointmentPatient patient) {
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
                new ExternalIds(ehrId, pmsId),
                visitId,
                List.of());
    }
}
