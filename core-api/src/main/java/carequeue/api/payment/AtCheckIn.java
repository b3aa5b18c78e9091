package carequeue.api.payment;

import java.util.Locale;

/** Who is asked for money by the check-in itself. */
public enum AtCheckIn {
    NOBODY,
    /** Who has a coverage, for the co-pay. */
    INSURED,
    /** Who pays for themselves too, by the price list. */
    EVERYBODY;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
