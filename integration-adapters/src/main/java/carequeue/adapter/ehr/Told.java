package carequeue.adapter.ehr;

/** What the EHR has accepted and gave back when it was read again: the record's identifier and version there. */
public record Told(String type, String ehrId, String version) {

    /** Such as {@code Encounter/17/_history/2}. */
    public String reference() {
        return type + "/" + ehrId + (version == null ? "" : "/_history/" + version);
    }
}
