package carequeue.app.operations;

import carequeue.store.CannotRun;
import carequeue.store.SegmentCounts;
import java.util.Set;

/**
 * How many database connections a node needs so that nobody who holds one waits for ever for another.
 *
 * @param processors one for each thread of a processing group
 * @param orders one more for each thread of a saga, which waits for what it orders
 * @param workers of the outbox, each with what it answers
 */
record Connections(int processors, int orders, int workers) {

    /** The reader of history, the listener, the announcer, the supervisor, the deadlines and the jobs. */
    private static final int HOUSEHOLD = 9;

    /** So that people are answered while everything else is at work. */
    private static final int DOORS = 4;

    static Connections of(Set<String> groups, SegmentCounts segments, int workers) {
        int processors = groups.stream().mapToInt(segments::of).sum();
        int orders = groups.stream()
                .filter(group -> group.startsWith("saga."))
                .mapToInt(segments::of)
                .sum();
        return new Connections(processors, orders, workers);
    }

    int needed() {
        return processors + orders + workers + HOUSEHOLD + DOORS;
    }

    /** With room for a rush at the doors. */
    int comfortable() {
        return needed() + 2 * DOORS;
    }

    /** Refuses a pool that is too small, in one line. */
    void check(int pool) {
        if (pool < needed()) {
            throw new CannotRun("The pool has " + pool + " database connections and this node needs " + needed() + ": "
                    + processors + " for processors, " + orders + " for what sagas order, " + workers
                    + " for the outbox, " + HOUSEHOLD + " for the household, " + DOORS
                    + " for the doors. Raise SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE (and the server's max_connections)"
                    + " or lower CAREQUEUE_PROCESSORS_SEGMENTS or CAREQUEUE_OUTBOX_WORKERS.");
        }
    }
}
