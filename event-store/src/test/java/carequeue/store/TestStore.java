package carequeue.store;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An engine alone on a database, as a node of its own. */
record TestStore(PostgresEvents engine, JdbcTemplate jdbc, TransactionTemplate transaction) {

    static final BlindIndexKey KEY = new BlindIndexKey(new byte[32]);

    static TestStore on(DataSource database) {
        return on(database, Duration.ofSeconds(10));
    }

    static TestStore on(DataSource database, Duration patience) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
        PostgresEvents engine = PostgresEvents.builder()
                .database(jdbc, transactions)
                .claims(new ClaimedKeys(jdbc, KEY))
                .serializer(new StableSerializer(StableNames.of(Lamp.Event.class), TestKeys.fixed()))
                .patience(patience)
                .build();
        return new TestStore(engine, jdbc, new TransactionTemplate(transactions));
    }

    FirstTokens firstTokens() {
        DataSource database = jdbc.getDataSource();
        ProcessingConfiguration wiring = new ProcessingConfiguration();
        StableSerializer serializer = new StableSerializer(StableNames.of(Lamp.Event.class), TestKeys.fixed());
        return wiring.firstTokens(
                wiring.tokenStore(wiring.connectionProvider(database), serializer, Duration.ofSeconds(30)),
                engine,
                database,
                transaction.getTransactionManager());
    }

    void append(DomainEventMessage<?>... events) {
        engine.appendEvents(List.of(events));
    }

    static DomainEventMessage<?> toggled(String lamp, long sequence) {
        return event(lamp, sequence, new Lamp.Toggled(lamp, true, null));
    }

    static DomainEventMessage<?> event(String lamp, long sequence, Object payload) {
        return new GenericDomainEventMessage<>("Lamp", lamp, sequence, payload, Map.of("actor", "anna"));
    }

    List<? extends TrackedEventMessage<?>> after(long index) {
        return engine.readEvents(new GlobalSequenceTrackingToken(index), false).toList();
    }
}
