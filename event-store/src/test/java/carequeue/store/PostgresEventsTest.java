package carequeue.store;

import static carequeue.store.TestStore.event;
import static carequeue.store.TestStore.toggled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.api.Facts;
import carequeue.api.Phi;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresEventsTest {

    private DataSource database;
    private TestStore store;

    @BeforeEach
    void fresh() {
        database = TestPostgres.fresh();
        store = TestStore.on(database);
    }

    @Test
    void whatWasAppendedIsReadAsItWas() {
        store.append(
                event("l1", 0, new Lamp.Hung("l1", "north")),
                event("l1", 1, new Lamp.Toggled("l1", true, Phi.of("Ada"))));

        DomainEventMessage<?> second = store.engine().readEvents("l1", 1).next();
        assertThat(second.getPayload()).isEqualTo(new Lamp.Toggled("l1", true, Phi.of("Ada")));
        assertThat(second.getType()).isEqualTo("Lamp");
        assertThat(second.getMetaData()).containsEntry("actor", "anna");
        assertThat(second.getMetaData().get(Facts.RECORDED_AT))
                .isEqualTo(second.getTimestamp().toString());
        assertThat(store.jdbc().queryForList("select name from event order by global_index", String.class))
                .containsExactly("lamp.hung", "lamp.toggled");
        assertThat(store.after(0))
                .extracting(TrackedEventMessage::trackingToken)
                .containsExactly(new GlobalSequenceTrackingToken(1), new GlobalSequenceTrackingToken(2));
    }

    @Test
    void nobodyReadsAPersonalValueInTheRowAsItIs() {
        store.append(event("l1", 0, new Lamp.Toggled("l1", true, Phi.of("Ada"))));

        String row = new String(store.jdbc().queryForObject("select payload from event", byte[].class));
        assertThat(row).doesNotContain("Ada").contains("p1.");
    }

    @Test
    void twoNodesOnOneAggregateCollide() {
        store.append(toggled("l1", 0), toggled("l1", 1));
        TestStore other = TestStore.on(database);

        assertThatThrownBy(() -> other.append(toggled("l1", 1))).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> other.append(toggled("l1", 0))).isInstanceOf(AggregateStreamCreationException.class);
        assertThatThrownBy(() -> other.append(toggled("l2", 0), toggled("l1", 1)))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(store.after(0)).hasSize(2);
    }

    @Test
    void manyEventsAreReadInPartsAndAppendedInParts() {
        DomainEventMessage<?>[] many = new DomainEventMessage<?>[1203];
        for (int i = 0; i < many.length; i++) {
            many[i] = toggled("l1", i);
        }
        store.append(many);

        assertThat(store.after(0)).hasSize(many.length);
        assertThat(store.engine().readEvents("l1").asStream().count()).isEqualTo(many.length);
        assertThat(store.engine().lastSequenceNumberFor("l1")).isEqualTo(Optional.of(1202L));
        assertThat(store.engine().lastSequenceNumberFor("l2")).isEmpty();
    }

    @Test
    void tokensStandAtTheEndsAndAtATime() {
        assertThat(store.engine().createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
        store.append(toggled("l1", 0));
        store.jdbc().update("update event set recorded_at = recorded_at - interval '1 hour'");
        Instant between = Instant.now().minus(Duration.ofMinutes(30));
        store.append(toggled("l1", 1));

        assertThat(store.engine().createTailToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(store.engine().createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(2));
        assertThat(store.engine().createTokenAt(between)).isEqualTo(new GlobalSequenceTrackingToken(1));
        assertThat(store.engine().createTokenAt(Instant.now().plusSeconds(3600)))
                .isEqualTo(new GlobalSequenceTrackingToken(2));
    }

    @Test
    void theNewestSnapshotIsKept() {
        store.engine().storeSnapshot(snapshot(5, "five"));
        store.engine().storeSnapshot(snapshot(3, "three"));

        assertThat(store.engine().readSnapshot("l1"))
                .hasValueSatisfying(s -> assertThat(s.getPayload()).isEqualTo(new Lamp.Hung("l1", "five")));
        assertThat(store.engine().readSnapshot("l2")).isEmpty();
    }

    @Test
    void aSnapshotOfAnotherRevisionOrClassIsPassedOver() {
        store.engine().storeSnapshot(snapshot(5, "five"));
        assertThat(store.engine().readSnapshot("l1")).isPresent();

        store.jdbc().update("update snapshot set revision = '0'");
        assertThat(store.engine().readSnapshot("l1")).isEmpty();
        store.jdbc().update("update snapshot set name = 'carequeue.gone.Lamp'");
        assertThat(store.engine().readSnapshot("l1")).isEmpty();
    }

    private static DomainEventMessage<?> snapshot(long sequence, String hook) {
        return event("l1", sequence, new Lamp.Hung("l1", hook));
    }
}
