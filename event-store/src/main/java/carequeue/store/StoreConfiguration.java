package carequeue.store;

import carequeue.api.Sealing;
import carequeue.store.phi.PhiConfiguration;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Wires history into an application.
 *
 * <p>The application gives a {@code DataSource}, one {@code PlatformTransactionManager} on it, {@link StableNames}, a {@link BlindIndexKey} and
 * {@link carequeue.store.phi.MasterKeys};
 * it may give {@link Processing}. It excludes these of Axon's auto-configurations, which would win or disturb: {@code JpaAutoConfiguration},
 * {@code JpaEventStoreAutoConfiguration}, {@code legacyjpa.JpaJavaxAutoConfiguration}, {@code legacyjpa.JpaJavaxEventStoreAutoConfiguration},
 * {@code JdbcAutoConfiguration}, {@code AxonDbSchedulerAutoConfiguration}, {@code AxonTimeoutAutoConfiguration}, {@code
 * UpdateCheckerAutoConfiguration}.
 *
 * <p>Settings: {@code carequeue.processors.segments} (default 1) for each group of views and effects, changed by a start while no other node runs;
 * {@code carequeue.processors.saga-segments} (default 1) for each group of sagas, fixed once its tokens are made; {@code
 * carequeue.processors.claim} (default 30s) until the work of a node that says nothing is taken over; {@code carequeue.processors.only-node} (default false) where no other node can be on the database: claims of a killed process are then not waited for.
 */
@Configuration(proxyBeanMethods = false)
@Import({ProcessingConfiguration.class, PhiConfiguration.class})
public class StoreConfiguration {

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    @Primary
    StableSerializer serializer(StableNames names, Sealing sealing) {
        return new StableSerializer(names, sealing);
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer(StableSerializer serializer) {
        return serializer;
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer(StableSerializer serializer) {
        return serializer;
    }

    @Bean
    ApiJson apiJson() {
        return new ApiJson();
    }

    @Bean
    ClaimedKeys claimedKeys(DataSource dataSource, BlindIndexKey secret) {
        return new ClaimedKeys(new JdbcTemplate(dataSource), secret);
    }

    @Bean
    PostgresEvents eventStorageEngine(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            StableSerializer serializer,
            ClaimedKeys claims,
            List<EventUpcaster> upcasters) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        Durability.check(jdbc);
        return PostgresEvents.builder()
                .database(jdbc, transactions)
                .claims(claims)
                .serializer(serializer)
                .upcasters(new EventUpcasterChain(upcasters))
                .build();
    }

    /** Settled history after a place, for somebody who hears only such kinds of events. */
    @Bean
    BiFunction<Long, Predicate<Class<?>>, Stream<TrackedEventMessage<?>>> selectedHistory(
            PostgresEvents engine, StableNames names) {
        return (after, hears) ->
                engine.without(after, List.copyOf(names.kinds(hears.negate()))).messages();
    }

    @Bean
    Announcer announcer(DataSource dataSource) {
        return new Announcer(dataSource);
    }

    @Bean
    @Qualifier("eventStore")
    HistoryStore eventBus(PostgresEvents engine, Announcer announcer) {
        return new HistoryStore(engine, announcer);
    }

    @Bean
    WakeUps wakeUps(DataSource dataSource, HistoryStore store) {
        return new WakeUps(dataSource).hear(HistoryStore.CHANNEL, text -> store.wake());
    }

    @Bean
    Repeats repeats(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            StableSerializer serializer,
            @Value("${carequeue.repeats.keep:90d}") Duration ofProcesses) {
        return new Repeats(new JdbcTemplate(dataSource), transactions, serializer, ofProcesses);
    }

    @Bean
    PositionInterceptor positionInterceptor(DataSource dataSource) {
        return new PositionInterceptor(new JdbcTemplate(dataSource));
    }

    @Bean
    RepeatInterceptor repeatInterceptor(Repeats repeats) {
        return new RepeatInterceptor(repeats);
    }

    @Bean
    StaleMemory staleMemory(DataSource dataSource) {
        return new StaleMemory(new JdbcTemplate(dataSource));
    }

    /** For {@code @Aggregate(cache = "remembered")}. */
    @Bean
    Remembered remembered() {
        return new Remembered();
    }

    @Bean
    FactsPassedOn factsPassedOn() {
        return new FactsPassedOn();
    }

    @Bean
    static PlainAggregates plainAggregates() {
        return new PlainAggregates();
    }

    @Bean
    CommandTargetResolver commandTargets() {
        return new CommandTargets();
    }

    @Bean
    Retries retries() {
        return new Retries();
    }

    @Bean
    CommandGateway commandGateway(CommandBus bus, Retries retries) {
        return DefaultCommandGateway.builder()
                .commandBus(bus)
                .retryScheduler(retries)
                .build();
    }
}
