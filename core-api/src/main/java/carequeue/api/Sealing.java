package carequeue.api;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Seals personal values with the key of their patient, so that they can be stored, and opens them again.
 *
 * <p>A sealed value opens only under its own field's tag. Once the patient was erased, it opens as erased.
 */
public final class Sealing {

    /** Seals the bytes of a patient's value. */
    @FunctionalInterface
    public interface Seal {
        String seal(String patientId, String tag, byte[] value);
    }

    /** Opens what was sealed. */
    @FunctionalInterface
    public interface Open {
        Opened open(String tag, String sealed);
    }

    /**
     * What was found under a seal.
     *
     * @param patientId whose value it is; null when the seal does not say any more
     * @param value empty when it was erased
     */
    public record Opened(String patientId, Optional<byte[]> value) {}

    private final Seal seal;
    private final Seal columns;
    private final Open open;
    private final Function<String[], byte[]> index;

    /**
     * Seals and opens with these.
     *
     * @param seal for history: the same value never looks the same twice
     * @param columns for rows that are built again from history: the same value of a patient always looks the same
     * @param index makes the keyed hash by which a sealed value is found
     */
    public Sealing(Seal seal, Seal columns, Open open, Function<String[], byte[]> index) {
        this.seal = Objects.requireNonNull(seal);
        this.columns = Objects.requireNonNull(columns);
        this.open = Objects.requireNonNull(open);
        this.index = Objects.requireNonNull(index);
    }

    /** The sealed form of a patient's value. */
    public String seal(String patientId, String tag, byte[] value) {
        return seal.seal(patientId, tag, value);
    }

    /** What is under a seal. */
    public Opened open(String tag, String sealed) {
        return open.open(tag, sealed);
    }

    /** The sealed form of a text for a column; null for null. */
    public String column(String patientId, String tag, String text) {
        return text == null ? null : columns.seal(patientId, tag, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text under a seal; null for null. */
    public Phi<String> text(String tag, String sealed) {
        if (sealed == null) {
            return null;
        }
        return open.open(tag, sealed)
                .value()
                .<Phi<String>>map(value -> new Phi.Known<>(new String(value, StandardCharsets.UTF_8)))
                .orElseGet(Phi.Erased::new);
    }

    /** The keyed hash under which a value is found without being shown; the parts say what it is, where, and what it says. */
    public byte[] index(String... parts) {
        return index.apply(parts);
    }
}
