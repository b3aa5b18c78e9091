package carequeue.store;

import java.util.Set;
import java.util.function.Predicate;

/**
 * Which processing groups there are and which of them this node runs.
 *
 * @param groups every saga and effect group of the whole system, run here or not: their first tokens are made by whichever node starts first
 * @param runsHere whether this node runs a group
 */
public record Processing(Set<String> groups, Predicate<String> runsHere) {

    /** Everything that is registered runs here. */
    public static Processing everything() {
        return new Processing(Set.of(), group -> true);
    }
}
