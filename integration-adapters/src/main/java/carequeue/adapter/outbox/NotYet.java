package carequeue.adapter.outbox;

import java.time.Duration;

/** An effect has to wait for something of our own; it is tried again soon and nobody is alarmed. */
public final class NotYet extends RuntimeException {

    private final Duration wait;

    public NotYet(String what) {
        this(what, Duration.ofMillis(500));
    }

    /** @param wait how long it is of no use to try again */
    public NotYet(String what, Duration wait) {
        super(what, null, false, false);
        this.wait = wait;
    }

    public Duration after() {
        return wait;
    }
}
