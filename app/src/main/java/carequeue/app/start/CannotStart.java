package carequeue.app.start;

/** CareQueue cannot start, for a reason that one sentence tells. */
public final class CannotStart extends RuntimeException {

    /** Says why, and what to do about it. */
    public CannotStart(String sentence) {
        super(sentence);
    }

    /** Says why, and what to do about it, and keeps the cause for the debug log. */
    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
