package carequeue.adapter.ehr;

import java.time.Instant;

/**
 * What the EHR is to know of a visit.
 *
 * @param encounterId its identifier there, or null when it is not known yet
 * @param ehrPatientId the patient there
 * @param ehrAppointmentId the appointment there, or null
 * @param providerId the practitioner there, or null
 * @param at when it came to be so
 * @param back whether the visit takes a step back, which is else taken for an EHR that is ahead of us
 */
public record EncounterNews(
        String visitId,
        String encounterId,
        String siteId,
        String ehrPatientId,
        String ehrAppointmentId,
        String providerId,
        EncounterStatus status,
        Instant at,
        boolean back) {}
