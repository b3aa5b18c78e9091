package carequeue.store;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires what follows history: tokens, sagas, dead letters and the processors' defaults. */
@Configuration(proxyBeanMethods = false)
class ProcessingConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessingConfiguration.class);

    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new SpringDataSourceConnectionProvider(dataSource);
    }

    @Bean
    SegmentCounts segmentCounts(
            @Value("${carequeue.processors.segments:1}") int others,
            @Value("${carequeue.processors.saga-segments:1}") int sagas) {
        int cores = Runtime.getRuntime().availableProcessors();
        if (Math.max(others, sagas) > cores) {
            LOG.warn(
                    "{} segments for each processing group, but {} cores: more segments than cores make it slower",
                    Math.max(others, sagas),
                    cores);
        }
        return new SegmentCounts(others, sagas);
    }

    @Bean
    JdbcTokenStore tokenStore(
            ConnectionProvider connections,
            StableSerializer serializer,
            @Value("${carequeue.processors.claim:30s}") Duration claim) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .schema(ProcessingTables.tokens())
                .serializer(serializer)
                .claimTimeout(claim)
                .nodeId(UUID.randomUUID().toString())
                .build();
    }

    @Bean
    JdbcSagaStore sagaStore(ConnectionProvider connections, StableSerializer serializer) {
        return JdbcSagaStore.builder()
                .connectionProvider(connections)
                .sqlSchema(ProcessingTables.sagas())
                .serializer(serializer)
                .build();
    }

    @Bean
    FirstTokens firstTokens(
            TokenStore tokens, PostgresEvents history, DataSource dataSource, PlatformTransactionManager transactions) {
        return new FirstTokens(tokens, history, new JdbcTemplate(dataSource), transactions);
    }

    @Bean
    Savepoints savepoints(DataSource dataSource) {
        return new Savepoints(dataSource);
    }

    @Bean
    ConfigurerModule processors(
            ObjectProvider<Processing> processing, SegmentCounts segments, PostgresEvents history, StableNames names) {
        return new ProcessorDefaults(processing.getIfAvailable(Processing::everything), segments, history, names);
    }

    @Bean
    DeadLetters deadLetters(
            ConnectionProvider connections,
            TransactionManager transactions,
            StableSerializer serializer,
            DataSource dataSource) {
        return new DeadLetters(connections, transactions, serializer, new JdbcTemplate(dataSource));
    }

    @Bean
    Supervisor supervisor(
            ObjectProvider<EventProcessingConfiguration> processors,
            ObjectProvider<Processing> processing,
            DataSource dataSource,
            PostgresEvents history,
            @Value("${carequeue.processors.claim:30s}") Duration claim) {
        return new Supervisor(
                () -> processors.getObject().eventProcessors(),
                processing.getIfAvailable(Processing::everything).runsHere(),
                new Heartbeats(new JdbcTemplate(dataSource), Clock.systemUTC()),
                history::obstacleBehind,
                claim);
    }

    /** The queue of dead letters of any group, for rebuilds that are not a processor's. */
    @Bean
    Function<String, SequencedDeadLetterQueue<EventMessage<?>>> deadLetterQueues(DeadLetters letters) {
        return letters::queue;
    }

    /** Before any processor starts, and before any door opens. */
    @Bean
    ConfigurerModule firstTokensAtStart(
            FirstTokens tokens,
            ObjectProvider<Processing> processing,
            SegmentCounts segments,
            @Value("${carequeue.processors.only-node:false}") boolean onlyNode) {
        return configurer -> configurer.onInitialize(configuration ->
                configuration.onStart(Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS, () -> {
                    if (onlyNode) {
                        tokens.releaseClaims();
                    }
                    Set<String> groups = new TreeSet<>(
                            processing.getIfAvailable(Processing::everything).groups());
                    groups.addAll(configuration
                            .eventProcessingConfiguration()
                            .eventProcessors()
                            .keySet());
                    tokens.make(groups, segments);
                }));
    }
}
