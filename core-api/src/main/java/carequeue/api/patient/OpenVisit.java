package carequeue.api.patient;

/**
 * An open visit of one of two patients who are to be merged.
 *
 * @param queueId where the patient stands, or null while they have no place
 */
public record OpenVisit(String visitId, String siteId, String patientId, String queueId, String entryId) {}
