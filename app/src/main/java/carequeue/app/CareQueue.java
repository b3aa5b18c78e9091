package carequeue.app;

/** The front door: starts CareQueue with the roles it is given. */
public final class CareQueue {

    private CareQueue() {}

    /** Starts the application; settings come from the environment and the command line. */
    public static void main(String[] args) {
        throw new IllegalStateException("not wired yet");
    }
}
