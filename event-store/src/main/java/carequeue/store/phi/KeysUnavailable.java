package carequeue.store.phi;

/** The keys of personal values cannot be had just now: whoever needs them tries again, and nothing counts as erased. */
public final class KeysUnavailable extends RuntimeException {

    KeysUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Whether this is why something failed. */
    public static boolean isWhy(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof KeysUnavailable) {
                return true;
            }
        }
        return false;
    }
}
