package carequeue.api;

import java.util.Set;

/**
 * An event that takes or frees unique keys over all aggregates; the store keeps them in the transaction of the event.
 *
 * <p>A key taken by another aggregate refuses the command with {@link Refused.AlreadyTaken}.
 */
public interface Claims {

    /** The keys that the event's aggregate holds from now on. */
    default Set<Key> takes() {
        return Set.of();
    }

    /** The kinds of which the event's aggregate gives back every key it holds (before {@link #takes()} is applied). */
    default Set<String> frees() {
        return Set.of();
    }

    /** A unique key: the value is stored only as a keyed hash, so it may be personal. */
    record Key(String kind, String scope, String value) {
        @Override
        public String toString() {
            return kind + "@" + scope;
        }
    }

    /** Asks which aggregate holds a key; the answer is its identifier, or null when nobody does. */
    record FindHolder(Key key) {}
}
