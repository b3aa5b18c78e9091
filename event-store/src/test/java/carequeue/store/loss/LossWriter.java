package carequeue.store.loss;

import carequeue.store.TestNodes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** A node that writes: some events in each transaction, a pause before the end, and now and then all for nothing
 * because it is undone or another node was first. */
final class LossWriter implements Callable<List<String>> {

    private static final int MOST_IN_ONE = 5;
    private static final int CONTENDED = 8;
    private static final int WANTED_FOR = 25;

    private final int number;
    private final Rival.Node node;
    private final LossSettings settings;
    private final AtomicInteger left;
    private final Head head;
    private final Random random;
    private final long behind;
    private int attempted;

    LossWriter(int number, Rival.Node node, LossSettings settings, AtomicInteger left, Head head) {
        this.number = number;
        this.node = node;
        this.settings = settings;
        this.left = left;
        this.head = head;
        this.random = new Random(settings.seed() + number);
        this.behind = (long) settings.skewSeconds() * number / (settings.writers() - 1);
    }

    /** The identifiers of the events that were committed. */
    @Override
    public List<String> call() {
        List<String> committed = new ArrayList<>();
        for (int i = 0; left.get() > 0; i++) {
            head.awaitReached();
            boolean contended = random.nextInt(CONTENDED) == 0;
            List<DomainEventMessage<?>> events = events(i, contended);
            attempted += events.size();
            // Whoever waits for a contended event goes on only when its first writer undoes it.
            if (written(events, contended ? 50 : settings.rollbackPercent())) {
                events.forEach(e -> committed.add(e.getIdentifier()));
                left.addAndGet(-events.size());
            }
        }
        return committed;
    }

    private boolean written(List<DomainEventMessage<?>> events, int undonePercent) {
        boolean undone = random.nextInt(100) < undonePercent;
        try {
            node.transaction().executeWithoutResult(status -> {
                node.engine().appendEvents(events);
                LockSupport.parkNanos(pause());
                if (undone) {
                    status.setRollbackOnly();
                }
            });
            return !undone;
        } catch (ConcurrencyException | AggregateStreamCreationException e) {
            return false;
        }
    }

    /** How many events were written, undone ones among them. */
    int attempted() {
        return attempted;
    }

    private List<DomainEventMessage<?>> events(int i, boolean contended) {
        Instant at = Instant.now().minusSeconds(behind);
        List<DomainEventMessage<?>> events = new ArrayList<>();
        int size = 1 + random.nextInt(MOST_IN_ONE);
        for (int n = 0; n < size; n++) {
            events.add(TestNodes.event(number + "-" + i, n, at));
        }
        if (contended) {
            // All writers want this one, so that some wait here for others, with indices drawn and nothing committed.
            events.add(TestNodes.event("contended-" + left.get() / WANTED_FOR, 0, at));
        }
        return events;
    }

    private long pause() {
        long longest = TimeUnit.MILLISECONDS.toNanos(settings.pauseMillis());
        return random.nextLong((random.nextInt(100) == 0 ? 50 : 1) * longest + 1);
    }
}
