package carequeue.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.junit.jupiter.api.Test;

/** Events are numbers here; the group hears the even ones. */
class OnlyHeardTest {

    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration AT_ONCE = Duration.ZERO;

    private final List<Integer> waits = new ArrayList<>();
    private final Deque<TrackedEventMessage<?>> history = new ArrayDeque<>();

    @Test
    void handsOnWhatIsHeardInOrderAndNothingElse() throws Exception {
        happens(1, 2, 3, 5, 4, 7, 6);
        assertThat(taken(reader(NEVER, NEVER))).containsExactly(2, 4, 6);
    }

    @Test
    void theLastThatWasPassedIsHandedOnWhenNothingMoreComes() throws Exception {
        happens(2, 3, 5, 7);
        assertThat(taken(reader(AT_ONCE, NEVER))).containsExactly(2, 7);
    }

    @Test
    void whatIsPassedIsHandedOnAlsoWhileMoreComes() throws Exception {
        happens(1, 3, 5, 7, 2);
        assertThat(taken(reader(NEVER, AT_ONCE))).containsExactly(1, 3, 5, 2);
    }

    @Test
    void aLookAheadSeesOnlyWhatIsHeard() {
        happens(1, 3, 4);
        assertThat(reader(NEVER, NEVER).peek().map(TrackedEventMessage::getPayload))
                .isEqualTo(Optional.of(4));
    }

    @Test
    void itWaitsForMoreOnlyAMomentOnceSomethingPassed() throws Exception {
        BlockingStream<TrackedEventMessage<?>> reader = reader(Duration.ofMillis(3), NEVER);
        reader.hasNextAvailable(1, TimeUnit.SECONDS);
        happens(1);
        reader.hasNextAvailable(1, TimeUnit.SECONDS);
        assertThat(waits).last().isEqualTo(3_000);
        assertThat(waits.get(0)).isGreaterThan(900_000);
    }

    @Test
    void nothingIsThereWhenNothingHappened() throws Exception {
        assertThat(reader(AT_ONCE, AT_ONCE).hasNextAvailable(1, TimeUnit.MILLISECONDS))
                .isFalse();
    }

    private void happens(int... numbers) {
        for (int number : numbers) {
            history.add(new GenericTrackedEventMessage<>(
                    new GlobalSequenceTrackingToken(history.size() + 1), GenericEventMessage.asEventMessage(number)));
        }
    }

    private static List<Object> taken(BlockingStream<TrackedEventMessage<?>> reader) throws InterruptedException {
        List<Object> taken = new ArrayList<>();
        while (reader.hasNextAvailable(1, TimeUnit.MILLISECONDS)) {
            taken.add(reader.nextAvailable().getPayload());
        }
        return taken;
    }

    private BlockingStream<TrackedEventMessage<?>> reader(Duration quiet, Duration atMost) {
        return new OnlyHeard(new Numbers(), event -> (int) event.getPayload() % 2 == 0, quiet, atMost).openStream(null);
    }

    private final class Numbers
            implements StreamableMessageSource<TrackedEventMessage<?>>, BlockingStream<TrackedEventMessage<?>> {
        @Override
        public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken token) {
            return this;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return Optional.ofNullable(history.peek());
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) {
            waits.add((int) unit.toMicros(timeout));
            return !history.isEmpty();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            return history.remove();
        }

        @Override
        public void close() {}
    }
}
