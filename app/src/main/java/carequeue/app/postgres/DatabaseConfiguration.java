package carequeue.app.postgres;

import carequeue.adapter.secrets.Secret;
import carequeue.adapter.secrets.Secrets;
import carequeue.app.start.CareQueueSettings;
import carequeue.app.start.DataDirectory;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryBusSpanFactory;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The database: the given one, or the embedded one, which then starts before the first connection and stops after the last. */
@Configuration(proxyBeanMethods = false)
public class DatabaseConfiguration {

    @Bean
    DataDirectory dataDirectory(CareQueueSettings settings) {
        return new DataDirectory(settings.data()).lock();
    }

    @Bean
    @Conditional(NoneGiven.class)
    EmbeddedPostgres embeddedPostgres(CareQueueSettings settings, DataDirectory data) {
        return new EmbeddedPostgres(data, settings.postgresVersion());
    }

    @Bean
    JdbcConnectionDetails database(
            CareQueueSettings settings, Secrets secrets, ObjectProvider<EmbeddedPostgres> embedded) {
        EmbeddedPostgres own = embedded.getIfAvailable();
        if (own == null) {
            CareQueueSettings.Database given = settings.database();
            return new Details(
                    given.url(),
                    given.username(),
                    Secret.given(given.password()) ? secrets.awaited(given.password()) : null);
        }
        PostgresConnection connection = own.connection();
        return new Details(connection.url(), connection.username(), connection.password());
    }

    /** Nothing is written through JPA, and a session of its own for every transaction is a tenth of what an order costs. */
    @Bean
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    /** Answers need no transaction around them: who reads in several steps begins one, and a JPA query has a connection of its own. */
    @Bean
    SimpleQueryBus queryBus(org.axonframework.config.Configuration axon) {
        return SimpleQueryBus.builder()
                .messageMonitor(axon.messageMonitor(QueryBus.class, "queryBus"))
                .queryUpdateEmitter(axon.getComponent(QueryUpdateEmitter.class))
                .spanFactory(axon.getComponent(QueryBusSpanFactory.class))
                .build();
    }

    /** A migration may take as long as it needs: it has a connection of its own, without the pool's time limits. */
    @Bean
    FlywayConfigurationCustomizer migrationsTakeTheirTime(JdbcConnectionDetails database) {
        return flyway -> flyway.dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }

    @Bean
    static PooledByPassword pooledByPassword(ObjectProvider<CareQueueSettings> settings) {
        return new PooledByPassword(settings);
    }

    /** No database is given; an empty setting, as compose files pass it, gives none. */
    static final class NoneGiven implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment()
                    .getProperty("carequeue.database.url", "")
                    .isBlank();
        }
    }

    private record Details(String url, String username, String password) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return username;
        }

        @Override
        public String getPassword() {
            return password;
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String toString() {
            return url;
        }
    }
}
