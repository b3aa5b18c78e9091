package carequeue.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.api.Phi;
import carequeue.api.PhiField;
import carequeue.api.PhiSubject;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.AssociationValuesImpl;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Axon keeps beside history, on the tables of the migrations. */
class ProcessingTest {

    static class Errand {
        @PhiSubject
        private String lampId;

        @PhiField("by")
        private Phi<String> by;

        Errand() {}

        Errand(String lampId, Phi<String> by) {
            this.lampId = lampId;
            this.by = by;
        }
    }

    private TestStore store;
    private JdbcTokenStore tokens;
    private JdbcSagaStore sagas;
    private FirstTokens first;

    @BeforeEach
    void fresh() {
        HikariDataSource database = TestPostgres.fresh();
        store = TestStore.on(database);
        ProcessingConfiguration wiring = new ProcessingConfiguration();
        ConnectionProvider connections = wiring.connectionProvider(database);
        StableSerializer serializer = new StableSerializer(StableNames.of(Lamp.Event.class), TestKeys.fixed());
        tokens = wiring.tokenStore(connections, serializer, Duration.ofSeconds(30));
        sagas = wiring.sagaStore(connections, serializer);
        first = wiring.firstTokens(
                tokens, store.engine(), database, store.transaction().getTransactionManager());
    }

    @Test
    void inAnEmptyHistorySagasAndEffectsBeginAtItsBeginning() {
        first.make(List.of("view.board", "saga.check-in", "effect.ehr"), new SegmentCounts(2, 2));

        assertThat(token("saga.check-in", 1)).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(token("effect.ehr", 0)).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(tokens.fetchSegments("view.board")).isEmpty();
    }

    @Test
    void aGroupAddedLaterBeginsAtTheHeadAndOthersStayWhereTheyAre() {
        first.make("saga.check-in", 1);
        store.append(TestStore.toggled("l1", 0));
        first.make(Set.of("saga.check-in", "effect.sms"), new SegmentCounts(1, 1));

        assertThat(token("saga.check-in", 0)).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(token("effect.sms", 0)).isEqualTo(new GlobalSequenceTrackingToken(1));
    }

    @Test
    void aClaimOfAKilledProcessIsGivenBackAtOnce() {
        first.make("saga.check-in", 1);
        token("saga.check-in", 0);
        JdbcTokenStore afterTheKill = new ProcessingConfiguration()
                .tokenStore(
                        new SpringDataSourceConnectionProvider(store.jdbc().getDataSource()),
                        new StableSerializer(StableNames.of(Lamp.Event.class), TestKeys.fixed()),
                        Duration.ofSeconds(30));
        assertThatThrownBy(() -> afterTheKill.fetchToken("saga.check-in", 0))
                .isInstanceOf(UnableToClaimTokenException.class);

        assertThat(first.releaseClaims()).isEqualTo(1);
        assertThat(afterTheKill.fetchToken("saga.check-in", 0)).isEqualTo(new GlobalSequenceTrackingToken(0));
    }

    @Test
    void aTokenIsKeptAsBytes() {
        first.make("saga.check-in", 1);
        store.transaction()
                .executeWithoutResult(s -> tokens.storeToken(new GlobalSequenceTrackingToken(7), "saga.check-in", 0));

        assertThat(token("saga.check-in", 0)).isEqualTo(new GlobalSequenceTrackingToken(7));
        assertThat(new String(store.jdbc().queryForObject("select token from token", byte[].class)))
                .isEqualTo("{\"globalIndex\":7}");
    }

    @Test
    void aSagaIsKeptAsBytesWithItsAssociations() {
        AssociationValue lamp = new AssociationValue("lampId", "l1");
        store.transaction()
                .executeWithoutResult(
                        s -> sagas.insertSaga(Errand.class, "s1", new Errand("l1", Phi.of("Ada")), Set.of(lamp)));

        assertThat(sagas.findSagas(Errand.class, lamp)).containsExactly("s1");
        SagaStore.Entry<Errand> kept = sagas.loadSaga(Errand.class, "s1");
        assertThat(kept.saga().lampId).isEqualTo("l1");
        assertThat(kept.saga().by).isEqualTo(Phi.of("Ada"));
        assertThat(kept.associationValues()).containsExactly(lamp);
        assertThat(new String(store.jdbc().queryForObject("select body from saga", byte[].class)))
                .doesNotContain("Ada");
    }

    @Test
    void aSagaIsUpdatedAndEnds() {
        AssociationValue lamp = new AssociationValue("lampId", "l1");
        sagas.insertSaga(Errand.class, "s1", new Errand("l1", null), Set.of(lamp));
        sagas.updateSaga(Errand.class, "s1", new Errand("l2", null), new AssociationValuesImpl(Set.of(lamp)));
        assertThat(sagas.loadSaga(Errand.class, "s1").saga().lampId).isEqualTo("l2");

        sagas.deleteSaga(Errand.class, "s1", Set.of(lamp));
        assertThat(sagas.findSagas(Errand.class, lamp)).isEmpty();
        assertThat((Object) sagas.loadSaga(Errand.class, "s1")).isNull();
    }

    private TrackingToken token(String group, int segment) {
        return store.transaction().execute(s -> tokens.fetchToken(group, segment));
    }
}
