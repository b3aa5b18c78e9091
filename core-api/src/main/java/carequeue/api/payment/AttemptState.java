package carequeue.api.payment;

import java.util.Locale;

/** Where one attempt stands; the word of the provider, in ours. */
public enum AttemptState {
    STARTED,
    UNKNOWN,
    REQUIRES_ACTION,
    PROCESSING,
    AUTHORISED,
    CAPTURED,
    FAILED,
    CANCELLED;

    /** Whether it may still take money by itself, so that nothing else may be charged. */
    public boolean unresolved() {
        return this == STARTED || this == UNKNOWN || this == REQUIRES_ACTION || this == PROCESSING;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
