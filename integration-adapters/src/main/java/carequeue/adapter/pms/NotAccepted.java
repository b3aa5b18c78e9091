package carequeue.adapter.pms;

/** A record of the practice management system that cannot be taken, by its identifier there and the rule, never a value. */
public final class NotAccepted extends RuntimeException {

    private final String pmsId;
    private final String rule;

    public NotAccepted(String pmsId, String rule) {
        super(pmsId + ": " + rule, null, false, false);
        this.pmsId = pmsId;
        this.rule = rule;
    }

    /** Its identifier there. */
    public String pmsId() {
        return pmsId;
    }

    /** Such as {@code scheduledTime malformed} or {@code department unmapped}. */
    public String rule() {
        return rule;
    }
}
