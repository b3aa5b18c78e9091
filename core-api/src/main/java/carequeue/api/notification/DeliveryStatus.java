package carequeue.api.notification;

import java.util.Locale;

/** What became of one attempt to reach a patient; a later word says more than an earlier one. */
public enum DeliveryStatus {
    /** Given to whoever sends it. */
    DISPATCHED,
    SENT,
    /** It did not reach the patient. */
    UNDELIVERED,
    /** It could not be sent at all. */
    FAILED,
    DELIVERED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
