package carequeue.api.conflict;

import java.util.Locale;

/** Whose value holds. */
public enum Side {
    OURS,
    THEIRS,
    /** Neither: a person knows better. */
    OTHER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
