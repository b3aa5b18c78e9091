package carequeue.api.eligibility;

import java.util.Locale;

/** What comes after a payer's answer, or after none. */
public enum NextStep {
    /** It is known whether the coverage is active. */
    NOTHING,
    ASK_AGAIN,
    AWAIT_ANSWER,
    /** Somebody has to see to it. */
    PERSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
