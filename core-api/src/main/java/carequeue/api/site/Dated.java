package carequeue.api.site;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A version of something that holds from an instant on.
 *
 * @param version counted from 1
 */
public record Dated<T>(int version, Instant from, T value) {

    /** The version that holds at an instant: of those that have begun the one that began last; before all of them the first. */
    static <T> Dated<T> at(List<Dated<T>> versions, Instant at) {
        return versions.stream()
                .filter(v -> !v.from().isAfter(at))
                .max(Comparator.<Dated<T>, Instant>comparing(Dated::from).thenComparing(Dated::version))
                .orElse(versions.get(0));
    }
}
