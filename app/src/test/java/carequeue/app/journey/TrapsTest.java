package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.store.StableSerializer;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What bites whoever runs Axon on PostgreSQL does not bite here: asked of the application as it runs. */
class TrapsTest extends RunningClinic {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private EventProcessingConfiguration processing;

    private List<String> all(String sql) {
        return transaction.execute(s -> jdbc.sql(sql).query(String.class).list());
    }

    @Test
    void everythingIsSerializedAsOurJson() {
        Collection<Serializer> serializers =
                application.getBeansOfType(Serializer.class).values();
        assertThat(serializers).isNotEmpty().allMatch(StableSerializer.class::isInstance);
    }

    @Test
    void tokensAndSagasAreKeptByJdbcAndNothingAsALargeObject() {
        assertThat(application.getBean(TokenStore.class)).isInstanceOf(JdbcTokenStore.class);
        assertThat(application.getBean(SagaStore.class)).isInstanceOf(JdbcSagaStore.class);
        assertThat(all("select table_name || '.' || column_name from information_schema.columns"
                        + " where table_schema = 'public' and udt_name in ('oid', 'lo')"))
                .isEmpty();
        assertThat(all("select count(*)::text from pg_largeobject_metadata")).containsExactly("0");
    }

    @Test
    void everyGroupFollowsTheHistoryItselfAndNoneIsTheLastWordOfACommand() {
        assertThat(processing.eventProcessors().values())
                .isNotEmpty()
                .allMatch(TrackingEventProcessor.class::isInstance);
    }

    @Test
    void nobodyWaitsForEver() {
        assertThat(all("show statement_timeout")).containsExactly("1min");
        assertThat(all("show lock_timeout")).containsExactly("20s");
        assertThat(all("show idle_in_transaction_session_timeout")).containsExactly("40s");
    }

    @Test
    void thePoolHasAConnectionForEverybodyWhoMayHoldOne() throws Exception {
        int threads = processing.eventProcessors().values().stream()
                .mapToInt(p -> ((TrackingEventProcessor) p).maxCapacity())
                .sum();
        assertThat(application
                        .getBean(DataSource.class)
                        .unwrap(HikariDataSource.class)
                        .getMaximumPoolSize())
                .isGreaterThan(threads + 8 + 4);
    }

    @Test
    void axonNeitherInterruptsNorPhonesHome() {
        assertThat(application.getBeanDefinitionNames())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT)
                        .matches(".*(updatechecker|timeout).*axon.*|.*axon.*(updatechecker|timeout).*"));
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("axon-message-timeout") || name.contains("UpdateChecker"));
    }

    @Test
    void operatorsSeeHowEveryProcessorIs() {
        Caller operator = Caller.nobody(operations());
        await().untilAsserted(() -> {
            Caller.Answer health = operator.get("/actuator/health/processors");
            assertThat(health.status()).as(health.text()).isEqualTo(200);
            assertThat(health.text()).contains("view.board", "saga.check-in", "effect.ehr", "behind");
        });
        assertThat(operator.get("/actuator/health/readiness").text()).doesNotContain("view.board");
        MeterRegistry figures = application.getBean(MeterRegistry.class);
        processing.eventProcessors().keySet().forEach(group -> {
            assertThat(figures.get("carequeue.processor.up")
                            .tag("group", group)
                            .gauge()
                            .value())
                    .as(group)
                    .isEqualTo(1);
            assertThat(figures.get("carequeue.processor.segments")
                            .tag("group", group)
                            .gauge()
                            .value())
                    .isEqualTo(1);
            for (String name : List.of("lag", "heartbeat.seconds", "restarts")) {
                assertThat(figures.find("carequeue.processor." + name)
                                .tag("group", group)
                                .meter())
                        .isNotNull();
            }
        });
    }
}
