package carequeue.api.conflict;

import java.util.Locale;

/** Where a conflict stands. */
public enum ConflictState {
    /** It was raised, and a person has to decide. */
    OPEN,
    RESOLVED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
