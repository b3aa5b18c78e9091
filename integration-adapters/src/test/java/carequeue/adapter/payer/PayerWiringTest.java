package carequeue.adapter.payer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import carequeue.adapter.filter.Filter;
import carequeue.adapter.outbox.Effect;
import carequeue.adapter.outbox.PastEvents;
import carequeue.adapter.resilience.Guards;
import carequeue.adapter.x12.ControlNumbers;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.springboot3.bulkhead.autoconfigure.BulkheadAutoConfiguration;
import io.github.resilience4j.springboot3.ratelimiter.autoconfigure.RateLimiterAutoConfiguration;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Payers are made of what is configured: one, several lines, or none. */
class PayerWiringTest {

    private final PayerBench bench = new PayerBench();
    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(
                    AutoConfigurations.of(BulkheadAutoConfiguration.class, RateLimiterAutoConfiguration.class))
            .withBean(Guards.class, () -> bench.guards)
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(Askings.class, () -> new Askings(mock(PastEvents.class), mock(Filter.class)))
            .withBean(OpenQuestions.class, () -> mock(OpenQuestions.class))
            .withBean(ControlNumbers.class, () -> mock(ControlNumbers.class))
            .withUserConfiguration(PayerSetUp.class, Pace.class)
            .withPropertyValues("spring.config.import=classpath:carequeue-integration.yml");

    @Test
    void aPayerMayHaveALineOfItsOwn() {
        context.withPropertyValues(
                        "carequeue.payer.url=http://localhost:1/fhir",
                        "carequeue.payer.lines.edi.url=http://localhost:1/x12",
                        "carequeue.payer.lines.edi.kind=clearing-house",
                        "carequeue.payer.lines.edi.form=x12-in-json",
                        "carequeue.payer.routes.60054=edi")
                .run(started -> {
                    assertThat(started).hasNotFailed();
                    var settings = started.getBean(PayerSettings.class);
                    assertThat(settings.serviceOf("60054")).isEqualTo("payer-edi");
                    assertThat(settings.serviceOf("87726")).isEqualTo("payer");
                    assertThat(settings.serviceOf(null)).isEqualTo("payer");
                    assertThat(started.getBeansOfType(PayerService.class).values())
                            .extracting(payer -> payer.getClass().getSimpleName())
                            .containsExactlyInAnyOrder("FhirPayer", "ClearingHousePayer");
                    assertThat(started.getBeansOfType(Effect.class).values())
                            .extracting(Effect::name)
                            .containsExactlyInAnyOrder("payer.ask", "payer-edi.ask");
                });
    }

    @Test
    void withoutAPayerNobodyIsAskedAndNothingFails() {
        context.run(started ->
                assertThat(started).hasNotFailed().getBeans(Effect.class).isEmpty());
    }

    @Test
    void paceIsAsTheShippedSettingsSay() {
        context.run(started -> {
            assertThat(started.getBean(RateLimiterRegistry.class)
                            .rateLimiter("payer-evening")
                            .getRateLimiterConfig()
                            .getLimitForPeriod())
                    .isEqualTo(5);
            assertThat(started.getBean(BulkheadRegistry.class)
                            .getConfiguration("payer-each")
                            .orElseThrow()
                            .getMaxConcurrentCalls())
                    .isEqualTo(3);
        });
    }
}
