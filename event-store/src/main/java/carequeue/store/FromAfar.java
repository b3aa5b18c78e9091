package carequeue.store;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * History for a group that may be far behind: until the head only the kinds that it hears, read and decoded ahead of it, and from there on the
 * store itself.
 */
final class FromAfar implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final StreamableMessageSource<TrackedEventMessage<?>> store;
    private final PostgresEvents engine;
    private final List<String> unheard;

    FromAfar(StreamableMessageSource<TrackedEventMessage<?>> store, PostgresEvents engine, List<String> unheard) {
        this.store = store;
        this.engine = engine;
        this.unheard = unheard;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken token) {
        return token == null || token instanceof GlobalSequenceTrackingToken
                ? new Approach(PostgresEvents.position(token))
                : store.openStream(token);
    }

    @Override
    public TrackingToken createTailToken() {
        return store.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return store.createHeadToken();
    }

    /** The way to the head, and then along with it. */
    private final class Approach implements BlockingStream<TrackedEventMessage<?>> {
        private final ReadAhead ahead;
        private BlockingStream<TrackedEventMessage<?>> rest;
        private long position;

        Approach(long position) {
            this.position = position;
            this.ahead =
                    new ReadAhead(engine.without(position, unheard).messages().iterator());
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            try {
                return rest == null && !arrived() ? Optional.of(ahead.peek()) : rest.peek();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return rest == null && !arrived() || rest.hasNextAvailable(timeout, unit);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            if (rest != null || arrived()) {
                return rest.nextAvailable();
            }
            TrackedEventMessage<?> next = ahead.peek();
            ahead.take();
            position = PostgresEvents.position(next.trackingToken());
            return next;
        }

        private boolean arrived() throws InterruptedException {
            if (ahead.peek() != null) {
                return false;
            }
            ahead.close();
            rest = store.openStream(new GlobalSequenceTrackingToken(position));
            return true;
        }

        @Override
        public void close() {
            ahead.close();
            if (rest != null) {
                rest.close();
            }
        }
    }
}
