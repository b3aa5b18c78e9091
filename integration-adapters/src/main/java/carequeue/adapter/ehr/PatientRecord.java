package carequeue.adapter.ehr;

import carequeue.api.patient.Demographics;
import java.time.Instant;

/**
 * A patient as the EHR knows them, accepted by every rule.
 *
 * @param saidAt when the EHR changed the record last, by its own clock, or null where it does not say
 */
public record PatientRecord(
        String ehrId, String version, Demographics demographics, boolean deceased, Instant saidAt) {}
