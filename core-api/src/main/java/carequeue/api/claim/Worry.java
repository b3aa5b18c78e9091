package carequeue.api.claim;

import java.util.Locale;

/** Why somebody has to see to a claim. */
public enum Worry {
    /** The payer's time limit for bills comes near, and it has none yet. */
    FILING_LIMIT_NEAR,
    FILING_LIMIT_PASSED,
    REJECTED,
    /** It could not be sent: the clinic's settings or the patient's data lack something. */
    UNSENT,
    /** The payer wants to know more. */
    NEEDS_INFORMATION,
    /** However often it is asked. */
    NO_ANSWER,
    /** It was rejected or opened for correction, and nobody went on. */
    LEFT_LYING,
    DENIED,
    /** The decision came, the money did not. */
    NOT_PAID,
    /** Another sum came than was decided. */
    PAID_OTHERWISE,
    /** The amounts of a decision do not add up; it changes nothing. */
    UNBALANCED,
    /** A decision on an earlier submission came after a later one was sent. */
    SUPERSEDED_ANSWER,
    /** The payer does not take the end of its claim. */
    VOID_REFUSED,
    /** The payer before has decided otherwise since this claim was submitted. */
    PRIOR_CHANGED;

    /** Whether nothing is waited for any more by itself. */
    public boolean endsWait() {
        return this == NO_ANSWER || this == LEFT_LYING || this == NOT_PAID || this == PAID_OTHERWISE;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
