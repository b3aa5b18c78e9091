package carequeue.adapter.secrets;

import java.time.Instant;
import java.util.Objects;

/**
 * What a store holds under one name.
 *
 * @param previous the value before, or null where the store keeps none
 */
public record Stored(Version current, Version previous) {

    public Stored {
        Objects.requireNonNull(current);
    }

    /**
     * One value that a secret had.
     *
     * @param id what the store calls it; nothing of the value can be told from it
     * @param since when it was put there, or null where nobody knows
     */
    public record Version(String value, String id, Instant since) {

        public Version {
            Objects.requireNonNull(value);
            Objects.requireNonNull(id);
        }

        /** Never the value. */
        @Override
        public String toString() {
            return "version " + id;
        }
    }
}
