package carequeue.adapter.payer;

/** A question cannot be put to the payer, since something about the patient is missing or cannot be written as it demands. */
public final class Unaskable extends RuntimeException {

    private final String field;

    /** @param field what is wrong, such as {@code memberId}; never its value */
    public Unaskable(String field) {
        super("cannot be asked: " + field, null, false, false);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
