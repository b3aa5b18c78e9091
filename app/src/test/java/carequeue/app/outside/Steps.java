package carequeue.app.outside;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long staff waited for the answer to each kind of order. */
final class Steps {

    private final Map<String, List<Long>> nanos = new TreeMap<>();

    synchronized void took(String step, long time) {
        nanos.computeIfAbsent(step, s -> new ArrayList<>()).add(time);
    }

    /** A percentile of a step in milliseconds. */
    synchronized double millis(String step, double share) {
        List<Long> sorted = new ArrayList<>(nanos.getOrDefault(step, List.of(0L)));
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(Math.ceil(share * sorted.size())) - 1)) / 1e6;
    }

    /** One line for each kind of order. */
    void print(String name) {
        counted()
                .forEach((step, times) -> System.out.println("| %s | %s | %d | %.0f | %.0f |"
                        .formatted(name, step, times, millis(step, 0.5), millis(step, 0.99))));
    }

    /** The kinds of orders, and how many of each. */
    synchronized Map<String, Integer> counted() {
        Map<String, Integer> counted = new TreeMap<>();
        nanos.forEach((step, times) -> counted.put(step, times.size()));
        return counted;
    }
}
