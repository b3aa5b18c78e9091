package carequeue.adapter.ehr;

/** Where a visit stands, in the words of the EHR's Encounter. */
public enum EncounterStatus {
    ARRIVED,
    IN_PROGRESS,
    FINISHED,
    CANCELLED,
    ENTERED_IN_ERROR
}
