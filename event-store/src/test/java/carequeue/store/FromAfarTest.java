package carequeue.store;

import static carequeue.store.TestStore.event;
import static carequeue.store.TestStore.toggled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A group far behind passes over what it does not hear, and misses nothing of the rest, before the head and after it. */
class FromAfarTest {

    private static final List<String> TOGGLED =
            List.copyOf(StableNames.of(Lamp.Hung.class, Lamp.Toggled.class).kinds(kind -> kind == Lamp.Toggled.class));

    private TestStore store;
    private EmbeddedEventStore head;
    private FromAfar source;

    @BeforeEach
    void fresh() {
        store = TestStore.on(TestPostgres.fresh());
        head = EmbeddedEventStore.builder().storageEngine(store.engine()).build();
        source = new FromAfar(head, store.engine(), TOGGLED);
    }

    @AfterEach
    void close() {
        head.shutDown();
    }

    private static long place(TrackedEventMessage<?> message) {
        return message.trackingToken().position().orElseThrow();
    }

    private void history(int from, int events) {
        store.append(IntStream.range(from, from + events)
                .mapToObj(n -> n % 3 == 0 ? event("l1", n, new Lamp.Hung("l1", "" + n)) : toggled("l1", n))
                .toArray(DomainEventMessage<?>[]::new));
    }

    private static List<TrackedEventMessage<?>> all(BlockingStream<TrackedEventMessage<?>> stream, long upTo)
            throws InterruptedException {
        List<TrackedEventMessage<?>> read = new ArrayList<>();
        while (read.isEmpty() || place(read.get(read.size() - 1)) < upTo) {
            assertThat(stream.hasNextAvailable(20, TimeUnit.SECONDS)).isTrue();
            TrackedEventMessage<?> seen = stream.peek().orElseThrow();
            read.add(stream.nextAvailable());
            assertThat(read.get(read.size() - 1)).isSameAs(seen);
        }
        return read;
    }

    @Test
    void untilTheHeadWhatIsNotHeardIsLeftOut() throws InterruptedException {
        history(0, 3000);
        try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(new GlobalSequenceTrackingToken(5))) {
            List<TrackedEventMessage<?>> read = all(stream, 3000);

            assertThat(read)
                    .filteredOn(m -> m.getPayload() instanceof Lamp.Hung)
                    .hasSize(998);
            assertThat(read).noneMatch(m -> m.getPayload() instanceof Lamp.Toggled);
            assertThat(read).extracting(FromAfarTest::place).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void fromTheHeadOnItGoesAlongWithTheStore() throws InterruptedException {
        history(0, 10);
        try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(null)) {
            all(stream, 10);
            assertThat(stream.hasNextAvailable(1, TimeUnit.MILLISECONDS)).isFalse();
            history(10, 4);

            assertThat(all(stream, 14)).extracting(FromAfarTest::place).containsExactly(11L, 12L, 13L, 14L);
        }
    }

    @Test
    void whatCannotBeReadStopsItThere() throws InterruptedException {
        history(0, 6);
        store.jdbc().update("update event set revision = '0' where global_index = 4");
        try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(null)) {
            assertThatThrownBy(() -> all(stream, 6)).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void anotherKindOfPlaceIsLeftToTheStore() {
        EmbeddedEventStore other = mock(EmbeddedEventStore.class);
        var token = new org.axonframework.eventhandling.GapAwareTrackingToken(3, List.of());

        new FromAfar(other, store.engine(), TOGGLED).openStream(token);

        verify(other).openStream(token);
    }
}
