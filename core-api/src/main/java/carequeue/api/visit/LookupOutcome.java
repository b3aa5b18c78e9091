package carequeue.api.visit;

import java.util.Locale;

/** What came of looking a patient up in the EHR. */
public enum LookupOutcome {
    FOUND,
    NOT_FOUND,
    AMBIGUOUS,
    /** The record is there, but cannot be accepted; the detail names the fields. */
    INVALID,
    DECEASED,
    UNAVAILABLE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
