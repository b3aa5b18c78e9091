package carequeue.api.notification;

import java.util.Locale;

/** What a message is about: those of today's visit go out at any hour. */
public enum MessageKind {
    VISIT,
    REMINDER,
    RECEIPT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
