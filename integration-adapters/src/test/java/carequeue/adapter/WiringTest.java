package carequeue.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.outbox.Dispatcher;
import carequeue.adapter.outbox.Effect;
import carequeue.api.Sealing;
import carequeue.api.site.Sites;
import carequeue.api.visit.PatientLinks;
import carequeue.store.TestKeys;
import carequeue.store.TestPostgres;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.springboot3.bulkhead.autoconfigure.BulkheadAutoConfiguration;
import io.github.resilience4j.springboot3.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration;
import io.github.resilience4j.springboot3.ratelimiter.autoconfigure.RateLimiterAutoConfiguration;
import io.github.resilience4j.springboot3.retry.autoconfigure.RetryAutoConfiguration;
import io.github.resilience4j.springboot3.timelimiter.autoconfigure.TimeLimiterAutoConfiguration;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The module stands up from its one configuration class, only in its role, and while the EHR is away. */
class WiringTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class,
                    TransactionAutoConfiguration.class,
                    JacksonAutoConfiguration.class,
                    CircuitBreakerAutoConfiguration.class,
                    BulkheadAutoConfiguration.class,
                    TimeLimiterAutoConfiguration.class,
                    RateLimiterAutoConfiguration.class,
                    RetryAutoConfiguration.class))
            .withBean(DataSource.class, TestPostgres::fresh)
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(Sites.class, DemonstrationSite::sites)
            .withBean(PatientLinks.class)
            .withBean(CommandGateway.class, () -> mock(CommandGateway.class))
            .withBean(EventStore.class, () -> mock(EventStore.class))
            .withBean(QueryGateway.class, () -> mock(QueryGateway.class))
            .withBean(Sealing.class, TestKeys::fixed)
            .withUserConfiguration(IntegrationSide.class)
            .withPropertyValues(
                    "spring.config.import=classpath:carequeue-integration.yml",
                    "carequeue.pms.url=http://localhost:1/pms",
                    "carequeue.ehr.url=http://localhost:1/fhir");

    @Test
    void everyStepOfAVisitHasItsEffect() {
        context.run(started -> {
            assertThat(started).hasNotFailed().hasSingleBean(EhrService.class);
            assertThat(started.getBeansOfType(Effect.class).values())
                    .extracting(Effect::name)
                    .containsExactlyInAnyOrder(
                            "pms.book",
                            "pms.move",
                            "pms.status",
                            "pms.follow-visit",
                            "claims.submit",
                            "claims.status",
                            "ehr.find-patient",
                            "ehr.read-coverages",
                            "ehr.write-patient",
                            "ehr.read-charges",
                            "ehr.arrived",
                            "ehr.checked-in",
                            "ehr.in-progress",
                            "ehr.back-to-waiting",
                            "ehr.finished",
                            "ehr.cancelled",
                            "ehr.entered-in-error",
                            "ehr.reopened",
                            "ehr.no-show",
                            "ehr.brought-back",
                            "ehr.added-appointment",
                            "notify.sms",
                            "notify.email",
                            "notify.push",
                            "payment.start",
                            "payment.capture",
                            "payment.cancel",
                            "payment.check",
                            "payment.refund");
        });
    }

    @Test
    void theCircuitBreakerIsAsTheShippedSettingsSay() {
        context.run(started -> assertThat(started.getBean(CircuitBreakerRegistry.class)
                        .circuitBreaker("ehr")
                        .getCircuitBreakerConfig()
                        .getWaitIntervalFunctionInOpenState()
                        .apply(1))
                .isEqualTo(Duration.ofSeconds(5).toMillis()));
    }

    @Test
    void aNodeWithoutTheRoleCallsNobody() {
        context.withPropertyValues("carequeue.roles=command,query")
                .run(started -> assertThat(started).hasNotFailed().doesNotHaveBean(Dispatcher.class));
    }
}
