package carequeue.api.notification;

import java.util.Locale;

/** The way by which a message goes to a patient. */
public enum MessageChannel {
    PUSH,
    SMS,
    EMAIL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
