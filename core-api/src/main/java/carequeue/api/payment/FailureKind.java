package carequeue.api.payment;

import java.util.Locale;

/** What a failed attempt means for the people at the desk. */
public enum FailureKind {
    /** The same again may work in a moment. */
    TRY_AGAIN,
    /** This card will not do; another one, or cash, may. */
    OTHER_CARD,
    /** Something was typed or read wrongly: number, date, code, PIN. */
    WRONG_ENTRY,
    /** The bank wants to hear from its customer. */
    AUTHENTICATE,
    /** Only the card's bank can say why. */
    CALL_BANK,
    /** Our set-up or request is at fault; the patient can do nothing. */
    OUR_FAULT,
    /** Nobody acted in time. */
    EXPIRED,
    /** The person, or the desk, called it off. */
    CALLED_OFF;

    /** Whether CareQueue may try the same again by itself. */
    public boolean mayRepeat() {
        return this == TRY_AGAIN;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
