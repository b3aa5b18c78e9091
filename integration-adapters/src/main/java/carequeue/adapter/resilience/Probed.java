package carequeue.adapter.resilience;

import java.util.Optional;

/** An outside service that can be asked whether it answers. */
public interface Probed {

    /** Its name, such as {@code ehr}. */
    String service();

    /** Asks something small. */
    void probe();

    /** Why it is degraded although something stands in for it while it is away, or although it answers; in words that may be shown. */
    default Optional<String> lessThanWell() {
        return Optional.empty();
    }

    /** What stands around its calls. */
    Guard guard();
}
