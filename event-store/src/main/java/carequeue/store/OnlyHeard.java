package carequeue.store;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * History for one group without what it does not hear: that costs it no transaction of its own, and of what was passed over only the last event is
 * handed on, once nothing more came for a moment or too long nothing was, so that the group's token follows.
 */
final class OnlyHeard implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final StreamableMessageSource<TrackedEventMessage<?>> all;
    private final Predicate<TrackedEventMessage<?>> heard;
    private final long quiet;
    private final long atMost;

    /**
     * @param heard whether the group has a handler for an event
     * @param quiet how long nothing new came before the group is told what it passed
     * @param atMost how long it is not told at all while more and more passes
     */
    OnlyHeard(
            StreamableMessageSource<TrackedEventMessage<?>> all,
            Predicate<TrackedEventMessage<?>> heard,
            Duration quiet,
            Duration atMost) {
        this.all = all;
        this.heard = heard;
        this.quiet = quiet.toNanos();
        this.atMost = atMost.toNanos();
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken token) {
        return new Selection(all.openStream(token));
    }

    @Override
    public TrackingToken createTailToken() {
        return all.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return all.createHeadToken();
    }

    private final class Selection implements BlockingStream<TrackedEventMessage<?>> {
        private final BlockingStream<TrackedEventMessage<?>> every;
        private TrackedEventMessage<?> passed;
        private long since;

        Selection(BlockingStream<TrackedEventMessage<?>> every) {
            this.every = every;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            try {
                passOver();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            return every.peek();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            long end = System.nanoTime() + unit.toNanos(timeout);
            while (peek().isEmpty()) {
                long left = end - System.nanoTime();
                long wait = passed == null ? left : Math.min(left, quiet);
                if (!every.hasNextAvailable((int) Math.max(0, wait / 1_000), TimeUnit.MICROSECONDS)
                        && (passed != null || left <= 0)) {
                    return passed != null;
                }
            }
            return true;
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            boolean next = peek().filter(heard).isPresent();
            TrackedEventMessage<?> handed = next || passed == null ? every.nextAvailable() : passed;
            passed = null;
            return handed;
        }

        // Not for ever: the claim on the token has to be kept.
        private void passOver() throws InterruptedException {
            while (every.peek().filter(heard.negate()).isPresent()
                    && (passed == null || System.nanoTime() - since < atMost)) {
                if (passed == null) {
                    since = System.nanoTime();
                }
                passed = every.nextAvailable();
            }
        }

        @Override
        public void close() {
            every.close();
        }
    }
}
