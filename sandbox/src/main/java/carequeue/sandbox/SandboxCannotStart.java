package carequeue.sandbox;

/** The sandbox cannot start; the message says why in one readable line. */
public final class SandboxCannotStart extends RuntimeException {

    public SandboxCannotStart(String message) {
        super(message);
    }

    SandboxCannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
