package carequeue.api.queue;

import java.util.Locale;

/** Where an entry stands. */
public enum EntryState {
    WAITING,
    CALLED,
    IN_SERVICE,
    COMPLETED,
    HELD,
    NO_SHOW,
    LEFT,
    TRANSFERRED,
    ENTERED_IN_ERROR;

    /** Whether the patient still stands in this queue or is being served from it. */
    public boolean active() {
        return this == WAITING || this == CALLED || this == IN_SERVICE || this == HELD;
    }

    /** Whether the patient is asked to come, or is being served. */
    public boolean withStaff() {
        return this == CALLED || this == IN_SERVICE;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
