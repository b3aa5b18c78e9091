package carequeue.adapter.payer;

import carequeue.adapter.resilience.Guards;
import carequeue.adapter.resilience.HealthBook;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.secrets.Secret;
import carequeue.api.patient.Coverage.Relationship;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** What payers' adapters need around them, with short times, and a question to ask. */
public final class PayerBench {

    public static final String NPI = "1999999984";
    public static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    public final List<Object> published = new CopyOnWriteArrayList<>();
    public final HealthBook health = new HealthBook(published::add, Clock.systemUTC());
    public final BulkheadRegistry bulkheads = BulkheadRegistry.of(Map.of(
            "default", BulkheadConfig.ofDefaults(),
            "payer-each",
                    BulkheadConfig.custom()
                            .maxConcurrentCalls(2)
                            .maxWaitDuration(Duration.ZERO)
                            .build()));
    public final RateLimiterRegistry rates = RateLimiterRegistry.of(RateLimiterConfig.custom()
            .limitForPeriod(2)
            .limitRefreshPeriod(Duration.ofMillis(400))
            .timeoutDuration(Duration.ZERO)
            .build());
    public final Guards guards = new Guards(
            CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                    .slidingWindowSize(50)
                    .minimumNumberOfCalls(50)
                    .recordExceptions(OutsideFailure.Unavailable.class)
                    .build()),
            bulkheads,
            TimeLimiterRegistry.of(TimeLimiterConfig.custom()
                    .timeoutDuration(Duration.ofSeconds(5))
                    .build()),
            RetryRegistry.ofDefaults(),
            health);
    public final PayerSettings settings =
            new PayerSettings(List.of("30"), List.of("98", "30", "1"), Map.of(), Map.of());

    /** A line with nothing but an address and a way. */
    public static PayerLine line(String url, PayerLine.Kind kind, PayerLine.Form form) {
        return line(url, kind, form, "Key sandbox-payer-key", null);
    }

    public static PayerLine line(String url, PayerLine.Kind kind, PayerLine.Form form, String apiKey, String tokenUrl) {
        return new PayerLine(
                url,
                null,
                kind,
                form,
                Duration.ofSeconds(2),
                Duration.ofSeconds(4),
                Secret.of(apiKey),
                "Authorization",
                "",
                tokenUrl,
                "carequeue",
                Secret.of("sandbox-payer-secret"),
                "eligibility",
                "ZZ",
                "CAREQUEUE",
                "ZZ",
                "CLEARINGHOUSE",
                "Main Street Clinic",
                NPI,
                false);
    }

    /** A patient who is the subscriber. */
    public static Question question(String member) {
        return question(member, Relationship.SELF, null);
    }

    public static Question question(String member, Relationship relationship, Question.Person subscriber) {
        return new Question(
                "3f0c-1",
                "main",
                "60054",
                "Aetna",
                member,
                "GRP7",
                relationship,
                new Question.Person("Zoë", "Núñez", LocalDate.of(1980, 2, 3), "female"),
                subscriber,
                DAY);
    }
}
