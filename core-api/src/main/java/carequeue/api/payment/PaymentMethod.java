package carequeue.api.payment;

import java.util.Locale;

/** How an amount is met. */
public enum PaymentMethod {
    CASH,
    /** A card presented to a reader at the desk. */
    TERMINAL,
    /** A card that the provider keeps for the patient; we know its token only. */
    SAVED_CARD,
    /** A page of the provider, opened by the patient. */
    LINK;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
