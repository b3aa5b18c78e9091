package carequeue.api.notification;

import java.util.Locale;

/** Where a message to a patient stands. */
public enum NotificationState {
    REQUESTED,
    DISPATCHED,
    SENT,
    DELIVERED,
    /** The last way did not reach the patient; the next one is looked for. */
    UNDELIVERED,
    /** No way reached the patient. */
    FAILED,
    /** The patient allows no way, or there is none. */
    REFUSED,
    /** It is not needed any more. */
    WITHDRAWN;

    /** Whether it may still go out by a further way. */
    public boolean open() {
        return this == REQUESTED || this == DISPATCHED || this == SENT || this == UNDELIVERED;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
