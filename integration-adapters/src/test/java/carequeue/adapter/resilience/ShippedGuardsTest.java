package carequeue.adapter.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.springboot3.bulkhead.autoconfigure.BulkheadAutoConfiguration;
import io.github.resilience4j.springboot3.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration;
import io.github.resilience4j.springboot3.retry.autoconfigure.RetryAutoConfiguration;
import io.github.resilience4j.springboot3.timelimiter.autoconfigure.TimeLimiterAutoConfiguration;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** With the settings that are shipped, the calls that arrive at each service are counted: what opens its circuit, what closes it, what is tried again. */
class ShippedGuardsTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(
                    CircuitBreakerAutoConfiguration.class,
                    BulkheadAutoConfiguration.class,
                    TimeLimiterAutoConfiguration.class,
                    RetryAutoConfiguration.class))
            .withBean(HealthBook.class, () -> new HealthBook(event -> {}, Clock.systemUTC()))
            .withBean(Guards.class)
            .withPropertyValues("spring.config.import=classpath:carequeue-integration.yml");

    private final AtomicInteger arrived = new AtomicInteger();

    private void with(String service, Consumer<Guard> what) {
        context.run(started -> what.accept(started.getBean(Guards.class).of(service)));
    }

    private Supplier<String> answering(RuntimeException failure) {
        return () -> {
            arrived.incrementAndGet();
            if (failure != null) {
                throw failure;
            }
            return "well";
        };
    }

    private static OutsideFailure away() {
        return new OutsideFailure.Unavailable("it", "answered 503");
    }

    private static void fails(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(OutsideFailure.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ehr,10",
        "pms,10",
        "payer,10",
        "payer-north,10",
        "claims,10",
        "sms,10",
        "email,10",
        "push,10",
        "payment,15"
    })
    void aServiceThatFailsIsLeftAloneAndAProbeLetsItBeTriedAgain(String service, int calls) {
        with(service, guard -> {
            for (int i = 0; i < 40; i++) {
                fails(() -> guard.call(answering(away())));
            }
            assertThat(arrived).as("calls before the circuit opens").hasValue(calls);
            assertThat(guard.circuit()).isEqualTo("open");

            fails(() -> guard.probe(answering(away())::get));
            assertThat(guard.circuit()).as("a probe in vain").isEqualTo("open");
            guard.probe(answering(null)::get);
            assertThat(guard.circuit()).isEqualTo("half-open");
            for (int i = 0; i < 3; i++) {
                guard.call(answering(null));
            }
            assertThat(guard.circuit()).isEqualTo("closed");
            assertThat(arrived).hasValue(calls + 2 + 3);
        });
    }

    @ParameterizedTest
    @CsvSource({"ehr", "pms", "payer", "claims", "sms", "email", "push", "payment"})
    void whatAServiceRefusesItHasAnswered(String service) {
        with(service, guard -> {
            for (int i = 0; i < 40; i++) {
                fails(() -> guard.call(answering(new OutsideFailure.Rejected("it", "answered 422"))));
                fails(() -> guard.call(answering(new OutsideFailure.NotThere("it", "answered 404"))));
                fails(() -> guard.call(answering(new OutsideFailure.Conflicting("it", "answered 409"))));
            }
            assertThat(arrived).hasValue(120);
            assertThat(guard.circuit()).isEqualTo("closed");
        });
    }

    @ParameterizedTest
    @CsvSource({"ehr,2", "pms,2", "claims,2", "sms,2", "email,2", "push,2", "payment,1"})
    void onlyReadsOfWhatMayPassAreTriedAgainAtOnce(String service, int times) {
        with(service, guard -> {
            fails(() -> guard.callAgain(answering(away())));
            assertThat(arrived.getAndSet(0)).as("a read").isEqualTo(times);
            fails(() -> guard.call(answering(away())));
            assertThat(arrived.getAndSet(0)).as("a write").isEqualTo(1);
            fails(() -> guard.callAgain(answering(new OutsideFailure.Rejected("it", "answered 400"))));
            assertThat(arrived.getAndSet(0)).as("a refusal").isEqualTo(1);
            var pause = new OutsideFailure.Unavailable("it", "answered 429", Duration.ofSeconds(30));
            fails(() -> guard.callAgain(answering(pause)));
            assertThat(arrived).as("a service that asks for a pause").hasValue(1);
        });
    }

    @Test
    void aHangingServiceHoldsSixteenCallsAndTheSeventeenthIsTurnedAway() throws InterruptedException {
        CountDownLatch under = new CountDownLatch(16);
        CountDownLatch over = new CountDownLatch(1);
        ExecutorService callers = Executors.newCachedThreadPool();
        context.run(started -> {
            Guard guard = started.getBean(Guards.class).of("claims");
            for (int i = 0; i < 16; i++) {
                callers.execute(() -> guard.call(() -> {
                    under.countDown();
                    return over.getCount() == 0 || await(over);
                }));
            }
            assertThat(under.await(20, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> guard.call(answering(null))).hasMessageContaining("too many calls under way");
            assertThat(arrived).hasValue(0);
            assertThat(started.getBean(Guards.class).of("sms").call(answering(null)))
                    .as("another service")
                    .isEqualTo("well");
            over.countDown();
        });
        callers.shutdown();
        assertThat(callers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }

    private static boolean await(CountDownLatch over) {
        try {
            return over.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void everyServiceHasSettingsOfItsOwn() {
        context.run(started -> assertThat(started.getBean(CircuitBreakerRegistry.class).getAllCircuitBreakers().stream()
                        .map(breaker -> breaker.getName()))
                .contains("ehr", "pms", "payer", "claims", "sms", "email", "push", "payment"));
    }
}
