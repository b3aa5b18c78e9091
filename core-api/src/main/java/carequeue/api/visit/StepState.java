package carequeue.api.visit;

import java.util.Locale;

/** How a step of a check-in stands. */
public enum StepState {
    PENDING,
    DONE,
    SKIPPED,
    /** The check-in went on without it; it is on the worklist. */
    OPEN,
    FAILED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
