package carequeue.store.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/**
 * Follows history at the head, for one segment, and keeps what it got with its token.
 *
 * <p>At random it dies, with or without having kept its last batch, and goes on from the kept token on another node.
 */
final class LossReader implements Callable<Integer> {

    private static final int BATCH = 200;
    private static final long QUIET = TimeUnit.SECONDS.toMillis(3);

    private final String name;
    private final Segment segment;
    private final Supplier<EventStorageEngine> nodes;
    private final Delivered delivered;
    private final Head head;
    private final BooleanSupplier writing;
    private final Random random;
    private TrackingToken token;
    private int restarts;

    LossReader(
            String name,
            Segment segment,
            Supplier<EventStorageEngine> nodes,
            Delivered delivered,
            Head head,
            BooleanSupplier writing,
            long seed) {
        this.name = name;
        this.segment = segment;
        this.nodes = nodes;
        this.delivered = delivered;
        this.head = head;
        this.writing = writing;
        this.random = new Random(seed + name.hashCode());
    }

    /** Reads until nobody writes any more and it stayed quiet; answers how often it died. */
    @Override
    public Integer call() throws InterruptedException {
        while (!readOnOneNode()) {
            restarts++;
        }
        return restarts;
    }

    private boolean readOnOneNode() throws InterruptedException {
        EmbeddedEventStore node = EmbeddedEventStore.builder()
                .storageEngine(nodes.get())
                .fetchDelay(20)
                .build();
        token = delivered.token(name);
        try (BlockingStream<TrackedEventMessage<?>> stream = node.openStream(token)) {
            head.reached(true);
            while (true) {
                boolean last = !writing.getAsBoolean();
                List<TrackedEventMessage<?>> batch = batch(stream, last ? QUIET : 100);
                boolean dies = !batch.isEmpty() && random.nextInt(15) == 0;
                if (dies && random.nextBoolean()) {
                    return false;
                }
                if (!batch.isEmpty()) {
                    delivered.keep(name, batch.stream().filter(this::mine).toList(), token);
                }
                if (dies) {
                    return false;
                }
                if (last && batch.isEmpty()) {
                    return true;
                }
            }
        } finally {
            node.shutDown();
        }
    }

    private List<TrackedEventMessage<?>> batch(BlockingStream<TrackedEventMessage<?>> stream, long millis)
            throws InterruptedException {
        List<TrackedEventMessage<?>> batch = new ArrayList<>();
        int size = 1 + random.nextInt(BATCH);
        boolean more = stream.hasNextAvailable((int) millis, TimeUnit.MILLISECONDS);
        while (more && batch.size() < size) {
            TrackedEventMessage<?> event = stream.nextAvailable();
            token = event.trackingToken();
            batch.add(event);
            more = stream.peek().isPresent();
        }
        head.reached(!more);
        return batch;
    }

    private boolean mine(TrackedEventMessage<?> event) {
        return segment.matches(
                ((DomainEventMessage<?>) event).getAggregateIdentifier().hashCode());
    }
}
