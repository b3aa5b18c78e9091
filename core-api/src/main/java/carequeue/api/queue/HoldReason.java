package carequeue.api.queue;

import java.util.Locale;

/** Why an entry keeps its place but cannot be called. */
public enum HoldReason {
    PAYMENT,
    PAPERWORK,
    STEPPED_OUT,
    INSURANCE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
