package carequeue.app.benchmark;

import java.util.Arrays;
import java.util.Collection;

/** Measured times in nanoseconds, sorted. */
record Times(long[] sorted) {

    static Times of(Collection<Long> nanos) {
        return new Times(nanos.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    int count() {
        return sorted.length;
    }

    /** A percentile in milliseconds. */
    double millis(int percent) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Times times && Arrays.equals(sorted, times.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    @Override
    public String toString() {
        return "p50 %.2f ms, p99 %.2f ms".formatted(millis(50), millis(99));
    }
}
