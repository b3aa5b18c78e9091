package carequeue.store;

/** The store cannot run as it is told to, for a reason that one sentence tells. */
public final class CannotRun extends RuntimeException {

    /** Says why, and what to do about it. */
    public CannotRun(String sentence) {
        super(sentence);
    }
}
