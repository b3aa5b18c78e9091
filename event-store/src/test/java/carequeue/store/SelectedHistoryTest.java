package carequeue.store;

import static carequeue.store.TestStore.event;
import static carequeue.store.TestStore.toggled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever hears only some kinds of events is given these, and the place to which nothing else is left. */
class SelectedHistoryTest {

    private static final Set<String> TOGGLED =
            StableNames.of(Lamp.Hung.class, Lamp.Toggled.class).kinds(kind -> kind == Lamp.Toggled.class);

    private TestStore store;

    @BeforeEach
    void fresh() {
        store = TestStore.on(TestPostgres.fresh());
    }

    private List<TrackedEventMessage<?>> selected(long after) {
        return store.engine().without(after, List.copyOf(TOGGLED)).messages().toList();
    }

    private static long place(TrackedEventMessage<?> message) {
        return message.trackingToken().position().orElseThrow();
    }

    @Test
    void aKindIsNamedWithItsRevision() {
        assertThat(TOGGLED).containsExactly("lamp.toggled 2");
    }

    @Test
    void theOthersAreLeftOutButTheirLastPlaceIsTold() {
        store.append(event("l1", 0, new Lamp.Hung("l1", "north")), toggled("l1", 1), toggled("l1", 2));

        List<TrackedEventMessage<?>> read = selected(0);

        assertThat(read).extracting(SelectedHistoryTest::place).containsExactly(1L, 3L);
        assertThat(read.get(0).getPayload()).isEqualTo(new Lamp.Hung("l1", "north"));
        assertThat(((DomainEventMessage<?>) read.get(0)).getAggregateIdentifier())
                .isEqualTo("l1");
        assertThat(read.get(1).getPayload()).isInstanceOf(Upcast.Nothing.class);
        assertThat(selected(3)).isEmpty();
    }

    @Test
    void anOlderRevisionIsNeverLeftOut() {
        store.append(toggled("l1", 0), toggled("l1", 1), event("l1", 2, new Lamp.Hung("l1", "north")));
        store.jdbc().update("update event set revision = '0' where global_index = 1");

        assertThat(catchThrowable(() -> selected(0))).isInstanceOf(Unreadable.class);
        assertThat(selected(1)).extracting(SelectedHistoryTest::place).containsExactly(3L);
    }

    @Test
    void overManyStretchesAndHolesEveryEventComesOnceAndInOrder() {
        for (int i = 0; i < 50; i++) {
            int lamp = i;
            store.append(IntStream.range(0, 100)
                    .mapToObj(n -> n % 10 == 0
                            ? event("l" + lamp, n, new Lamp.Hung("l" + lamp, lamp + "-" + n))
                            : toggled("l" + lamp, n))
                    .toArray(DomainEventMessage<?>[]::new));
            store.jdbc().execute("select setval('event_index', nextval('event_index') + 40)");
        }

        assertThat(selected(0).stream()
                        .filter(m -> m.getPayload() instanceof Lamp.Hung)
                        .map(SelectedHistoryTest::place))
                .containsExactlyElementsOf(store.after(0).stream()
                        .filter(m -> m.getPayload() instanceof Lamp.Hung)
                        .map(SelectedHistoryTest::place)
                        .toList());
        assertThat(selected(0))
                .filteredOn(m -> m.getPayload() instanceof Lamp.Hung)
                .hasSize(500);
        assertThat(place(selected(0).get(selected(0).size() - 1)))
                .isEqualTo(store.jdbc().queryForObject("select max(global_index) from event", Long.class));
    }
}
