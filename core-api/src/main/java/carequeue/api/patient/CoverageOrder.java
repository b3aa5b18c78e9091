package carequeue.api.patient;

import java.util.Locale;

/** Which payer is asked and billed first. */
public enum CoverageOrder {
    PRIMARY,
    SECONDARY;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
