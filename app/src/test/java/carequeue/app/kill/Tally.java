package carequeue.app.kill;

import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What was ordered, what was acknowledged and how, counted while everything is killed. */
final class Tally {

    final LongAdder attempted = new LongAdder();
    final LongAdder sent = new LongAdder();
    final LongAdder acknowledged = new LongAdder();
    final LongAdder unknown = new LongAdder();
    final AtomicLong longestMillis = new AtomicLong();

    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final Map<String, LongAdder> troubles = new ConcurrentHashMap<>();
    private final Map<Acknowledged, LongAdder> effects = new ConcurrentHashMap<>();

    /** An effect that an answer promised: the event of this name for this thing. */
    record Acknowledged(String event, String id) {}

    void promised(String event, String id) {
        effects.computeIfAbsent(new Acknowledged(event, id), k -> new LongAdder())
                .increment();
    }

    void trouble(String kind) {
        troubles.computeIfAbsent(kind, k -> new LongAdder()).increment();
    }

    void refused(String what) {
        refused.add(what);
    }

    Collection<String> refused() {
        return refused;
    }

    /** How often each effect was promised. */
    Map<Acknowledged, LongAdder> effects() {
        return effects;
    }

    @Override
    public String toString() {
        return "attempted %d, acknowledged %d, failed %d, unknown %d; sent %d times, longest wait for an answer %d ms, on the way %s"
                .formatted(
                        attempted.sum(),
                        acknowledged.sum(),
                        refused.size(),
                        unknown.sum(),
                        sent.sum(),
                        longestMillis.get(),
                        troubles);
    }
}
