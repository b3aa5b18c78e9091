package carequeue.api.visit;

import java.util.Locale;

/** A part of a check-in that other aggregates decide, so that the visit has to be told how it stands. */
public enum CheckInPart {
    ELIGIBILITY,
    CO_PAY;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
