package carequeue.store.loss;

import java.time.Duration;
import java.util.Map;

/** What a run showed. */
record LossReport(
        String name,
        LossSettings settings,
        int attempted,
        int committed,
        int restarts,
        Duration duration,
        Map<String, LossCount> counts) {

    /** The most that any of the readers lost. */
    int lost() {
        return counts.values().stream().mapToInt(LossCount::lost).max().orElseThrow();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("%n%s: %s%n".formatted(name, settings));
        text.append("  attempted %d, committed %d, readers restarted %d times, %.1f s%n"
                .formatted(attempted, committed, restarts, duration.toMillis() / 1000.0));
        counts.forEach((reader, count) -> text.append("  %s: %s%n".formatted(reader, count)));
        return text.toString();
    }
}
