package carequeue.api.claim;

import java.util.Locale;

/** Who says what was done and what it costs. */
public enum ContentSource {
    BILLING,
    EHR;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
