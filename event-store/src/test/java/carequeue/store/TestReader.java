package carequeue.store;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A node that only reads: the group {@code view.town} notes in the table {@code taken} each lamp that was toggled. */
final class TestReader implements AutoCloseable {

    static final String GROUP = "view.town";

    private final EmbeddedEventStore store;
    private final TrackingEventProcessor processor;

    TestReader(HikariDataSource database, int segments, Duration claim) {
        this(database, segments, claim, lamp -> {});
    }

    /** Before each lamp is noted, in the same transaction, something else may happen. */
    TestReader(HikariDataSource database, int segments, Duration claim, Consumer<String> before) {
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
        TransactionManager axon = new SpringTransactionManager(transactions);
        ProcessingConfiguration wiring = new ProcessingConfiguration();
        StableSerializer serializer = new StableSerializer(StableNames.of(Lamp.Event.class), TestKeys.fixed());
        JdbcTokenStore tokens = wiring.tokenStore(wiring.connectionProvider(database), serializer, claim);
        TestStore here = TestStore.on(database);
        here.jdbc().execute("create table if not exists taken (lamp text)");
        here.transaction().executeWithoutResult(status -> {
            if (tokens.fetchSegments(GROUP).length == 0) {
                tokens.initializeTokenSegments(GROUP, segments, new GlobalSequenceTrackingToken(0));
            }
        });
        wiring.firstTokens(tokens, here.engine(), database, transactions).make(GROUP, segments);
        store = EmbeddedEventStore.builder()
                .storageEngine(here.engine())
                .fetchDelay(50)
                .build();
        processor = TrackingEventProcessor.builder()
                .name(GROUP)
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(new Handler(here.jdbc(), before))
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                        .sequencingPolicy(OwnSequencing.PER_AGGREGATE)
                        .build())
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(store)
                .tokenStore(tokens)
                .transactionManager(axon)
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forParallelProcessing(segments)
                        .andInitialSegmentsCount(segments)
                        .andBatchSize(10)
                        .andEventAvailabilityTimeout(100, TimeUnit.MILLISECONDS)
                        .andTokenClaimInterval(200, TimeUnit.MILLISECONDS))
                .build();
    }

    TrackingEventProcessor processor() {
        return processor;
    }

    TestReader start() {
        processor.start();
        return this;
    }

    @Override
    public void close() {
        processor.shutDown();
        store.shutDown();
    }

    static final class Handler {
        private final JdbcTemplate jdbc;
        private final Consumer<String> before;

        Handler(JdbcTemplate jdbc, Consumer<String> before) {
            this.jdbc = jdbc;
            this.before = before;
        }

        @EventHandler
        void on(Lamp.Toggled event) {
            before.accept(event.lampId());
            jdbc.update("insert into taken values (?)", event.lampId());
        }
    }
}
