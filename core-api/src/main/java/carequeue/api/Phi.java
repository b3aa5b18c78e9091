package carequeue.api;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Protected health information: a value that can be forgotten. It never prints itself.
 *
 * @param <T> the type of the value
 */
public sealed interface Phi<T> {

    /** A value that is still known. */
    record Known<T>(T value) implements Phi<T> {
        public Known {
            if (value == null) {
                throw new IllegalArgumentException("a known value is never null");
            }
        }

        @Override
        public String toString() {
            return "[phi]";
        }
    }

    /** A value that was erased with the key of its patient. */
    record Erased<T>() implements Phi<T> {
        @Override
        public String toString() {
            return "[erased]";
        }
    }

    /** What a person reads in the place of a value that was erased. */
    String ERASED = "(erased)";

    /** A known value, or null where there is none. */
    static <T> Phi<T> of(T value) {
        return value == null ? null : new Known<>(value);
    }

    /** The value, empty when it was erased. */
    default Optional<T> known() {
        return this instanceof Known<T> k ? Optional.of(k.value()) : Optional.empty();
    }

    /**
     * The value.
     *
     * @throws NoSuchElementException when it was erased
     */
    default T get() {
        return known().orElseThrow(() -> new NoSuchElementException("the value was erased"));
    }

    /** The value as a person reads it, or {@code otherwise} when it is missing or erased. */
    static <T> String text(Phi<T> phi, Function<T, String> words, String otherwise) {
        return phi == null ? otherwise : phi.known().map(words).orElse(otherwise);
    }
}
