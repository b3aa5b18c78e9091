package carequeue.api.payment;

import java.util.Locale;

/** By what revenue is added up. */
public enum RevenueBy {
    DAY,
    SITE,
    SERVICE,
    PURPOSE,
    METHOD,
    /** The payer of the visit's primary coverage. */
    PAYER,
    PROVIDER,
    /** Who took the money, or ordered that it goes back. */
    USER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
