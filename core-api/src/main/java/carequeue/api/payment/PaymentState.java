package carequeue.api.payment;

import java.util.Locale;

/** Where a payment stands. */
public enum PaymentState {
    REQUESTED,
    /** An attempt is on its way to the provider. */
    AUTHORISING,
    /** The person has to do something: present the card, confirm at the bank, open the link. */
    REQUIRES_ACTION,
    PROCESSING,
    /** What became of an attempt is not known; it is being asked, and nothing else is charged meanwhile. */
    CHECKING,
    AUTHORISED,
    /** An authorised amount is being taken. */
    CAPTURING,
    PART_PAID,
    CAPTURED,
    FAILED,
    HELD,
    PAY_LATER,
    WAIVED,
    WRITTEN_OFF,
    /** It will be void as soon as the provider has let go of an attempt. */
    VOIDING,
    VOIDED,
    /** A refund is on its way. */
    REFUNDING,
    PART_REFUNDED,
    REFUNDED,
    DISPUTED,
    /** The bank gave the money back to the card's holder. */
    DISPUTE_LOST;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
