package carequeue.api.claim;

import java.util.Locale;

/** Where the bill to a payer stands. */
public enum ClaimState {
    /** Being put together; it may lack what a payer needs. */
    DRAFTED,
    /** On its way; the payer has not said that it takes it. */
    SUBMITTED,
    /** The payer has it and decides. */
    ACCEPTED,
    /** It was not taken; nothing was decided. */
    REJECTED,
    /** Being changed, to be submitted again. */
    CORRECTED,
    /** The payer has decided; its money is not here yet. */
    ADJUDICATED,
    /** All that the payer decided to pay is here, be it nothing. */
    PAID,
    DENIED,
    /** Denied, and left at that. */
    CLOSED,
    /** The payer was told that the bill is void. */
    VOIDING,
    VOIDED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
