package carequeue.api.visit;

import java.util.Locale;

/** Where a visit stands. */
public enum VisitState {
    REQUESTED,
    CHECKING_IN,
    WAITING,
    IN_SERVICE,
    FINISHED,
    LEFT,
    CANCELLED,
    REFUSED,
    /** The check-in was wrong: somebody else was meant. */
    ENTERED_IN_ERROR;

    /** Whether the patient is still on the way through the site. */
    public boolean open() {
        return this == REQUESTED || this == CHECKING_IN || this == WAITING || this == IN_SERVICE;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
