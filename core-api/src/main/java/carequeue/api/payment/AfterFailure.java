package carequeue.api.payment;

import java.util.Locale;

/** What a site does about a patient whose payment failed. */
public enum AfterFailure {
    /** The entry keeps its place, held for payment. */
    HOLD,
    /** The patient goes on and is asked later. */
    PAY_LATER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
