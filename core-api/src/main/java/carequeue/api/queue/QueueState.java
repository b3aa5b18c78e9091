package carequeue.api.queue;

import java.util.Locale;

/** Whether a queue takes arrivals and calls. */
public enum QueueState {
    OPEN,
    PAUSED,
    CLOSED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
