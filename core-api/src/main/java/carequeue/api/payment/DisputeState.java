package carequeue.api.payment;

import java.util.Locale;

/** Where a dispute of a card's holder stands. */
public enum DisputeState {
    OPEN,
    WON,
    LOST;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
