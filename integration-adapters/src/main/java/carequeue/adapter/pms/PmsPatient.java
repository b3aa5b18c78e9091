package carequeue.adapter.pms;

import carequeue.api.patient.Demographics;
import java.time.Instant;

/**
 * A patient as the practice management system knows them, accepted by every rule.
 *
 * @param saidAt when the record was changed last, by its own clock, or null
 */
public record PmsPatient(String pmsId, Demographics demographics, String version, Instant saidAt) {}
