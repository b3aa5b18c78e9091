package carequeue.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.api.EventName;
import carequeue.api.Phi;
import carequeue.api.PhiField;
import carequeue.api.PhiSubject;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Rows stored under an older revision are read as today's events; what nobody can read stops the reader. */
class UpcastTest {

    /** As they were said once. */
    static class Then {
        @EventName("door.opened")
        record Opened(
                @PhiSubject String door, @PhiField("by") Phi<String> who) {}

        @EventName("door.moved")
        record Moved(String door, String place) {}

        @EventName("door.painted")
        record Painted(String door) {}

        @EventName("door.swapped")
        record Swapped(String door, String other) {}
    }

    /** As they are said now: a field renamed, a field split, an event dropped, one made two. */
    static class Now {
        @EventName(value = "door.opened", revision = 2)
        record Opened(
                @PhiSubject String door, @PhiField("by") Phi<String> by) {}

        @EventName(value = "door.moved", revision = 3)
        record Moved(String door, String wall, int step) {}

        @EventName("door.removed")
        record Removed(String door) {}

        @EventName("door.hung")
        record Hung(String door) {}
    }

    private static final EventUpcasterChain STEPS = new EventUpcasterChain(
            Upcast.changed("door.opened", 1, e -> e.set("by", e.remove("who"))),
            Upcast.changed("door.moved", 1, e -> e.put("wall", e.remove("place").asText())),
            Upcast.changed("door.moved", 2, UpcastTest::split),
            Upcast.dropped("door.painted", 1),
            Upcast.into(
                    "door.swapped",
                    1,
                    new Upcast.Shape("door.removed", 1, e -> e.without("other")),
                    new Upcast.Shape(
                            "door.hung", 1, e -> e.put("door", e.remove("other").asText()))));

    private HikariDataSource database;
    private PostgresEvents then;

    private static ObjectNode split(ObjectNode moved) {
        String[] parts = moved.get("wall").asText().split("/");
        return moved.put("wall", parts[0]).put("step", Integer.parseInt(parts[1]));
    }

    @BeforeEach
    void whatWasStoredOnce() {
        database = TestPostgres.fresh();
        then = engine(
                new EventUpcasterChain(), Then.Opened.class, Then.Moved.class, Then.Painted.class, Then.Swapped.class);
        then.appendEvents(
                event(0, new Then.Opened("d1", Phi.of("Ada"))),
                event(1, new Then.Moved("d1", "north/7")),
                event(2, new Then.Swapped("d1", "d2")),
                event(3, new Then.Painted("d1")));
    }

    private PostgresEvents engine(EventUpcasterChain steps, Class<?>... events) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        return PostgresEvents.builder()
                .database(jdbc, new DataSourceTransactionManager(database))
                .claims(new ClaimedKeys(jdbc, TestStore.KEY))
                .serializer(new StableSerializer(StableNames.of(events), TestKeys.fixed()))
                .upcasters(steps)
                .build();
    }

    private PostgresEvents now() {
        return engine(STEPS, Now.Opened.class, Now.Moved.class, Now.Removed.class, Now.Hung.class);
    }

    private static DomainEventMessage<?> event(long sequence, Object payload) {
        return new GenericDomainEventMessage<>("Door", "d1", sequence, payload);
    }

    private static final Object[] TODAY = {
        new Now.Opened("d1", Phi.of("Ada")),
        new Now.Moved("d1", "north", 7),
        new Now.Removed("d1"),
        new Now.Hung("d2"),
        new Upcast.Nothing()
    };

    @Test
    void anAggregateIsToldWhatIsSaidToday() {
        List<? extends DomainEventMessage<?>> told =
                now().readEvents("d1").asStream().toList();

        assertThat(told).<Object>extracting(DomainEventMessage::getPayload).containsExactly(TODAY);
        assertThat(told).extracting(DomainEventMessage::getSequenceNumber).containsExactly(0L, 1L, 2L, 2L, 3L);
    }

    @Test
    void aReaderIsToldTheSameAndPassesEveryPlace() {
        List<? extends TrackedEventMessage<?>> told =
                now().readEvents(new GlobalSequenceTrackingToken(0), false).toList();

        assertThat(told).<Object>extracting(TrackedEventMessage::getPayload).containsExactly(TODAY);
        assertThat(told)
                .extracting(e -> e.trackingToken().position().orElseThrow())
                .containsExactly(1L, 2L, 3L, 3L, 4L);
    }

    @Test
    void theRowsStayAsTheyAre() {
        now().readEvents("d1").asStream().toList();
        assertThat(new JdbcTemplate(database)
                        .queryForList("select name || revision from event order by global_index", String.class))
                .containsExactly("door.opened1", "door.moved1", "door.swapped1", "door.painted1");
    }

    @Test
    void anEventOfANewerVersionStopsTheReaderAndNamesIt() {
        PostgresEvents older = engine(new EventUpcasterChain(), Then.Opened.class, Then.Moved.class);

        assertThatThrownBy(() -> older.readEvents("d1").asStream().forEach(DomainEventMessage::getPayloadType))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("door.swapped of revision 1");
    }

    @Test
    void anotherRevisionWithoutItsUpcasterIsNeverReadAsItIs() {
        PostgresEvents forgetful = engine(new EventUpcasterChain(), Now.Opened.class);

        assertThatThrownBy(() -> forgetful.readEvents("d1").next().getPayload())
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("door.opened of revision 1")
                .hasMessageContaining("reads revision 2");
    }
}
