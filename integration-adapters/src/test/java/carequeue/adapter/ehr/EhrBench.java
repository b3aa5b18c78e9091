package carequeue.adapter.ehr;

import carequeue.adapter.DemonstrationSite;
import carequeue.adapter.ehr.fhir.CernerEhr;
import carequeue.adapter.ehr.fhir.EpicEhr;
import carequeue.adapter.ehr.fhir.FhirEhr;
import carequeue.adapter.ehr.fhir.FhirParts;
import carequeue.adapter.ehr.oauth.OAuthSettings;
import carequeue.adapter.resilience.Guards;
import carequeue.adapter.resilience.HealthBook;
import carequeue.adapter.resilience.OutsideFailure;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** The EHR's adapter as it is wired in production, with short times. */
public final class EhrBench {

    public final List<Object> published = new CopyOnWriteArrayList<>();
    public final HealthBook health = new HealthBook(published::add, Clock.systemUTC());
    public final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
            .slidingWindowSize(6)
            .minimumNumberOfCalls(6)
            .waitDurationInOpenState(Duration.ofMinutes(10))
            .recordExceptions(OutsideFailure.Unavailable.class)
            .build());
    public final Guards guards = new Guards(
            breakers,
            BulkheadRegistry.ofDefaults(),
            TimeLimiterRegistry.of(TimeLimiterConfig.custom()
                    .timeoutDuration(Duration.ofSeconds(8))
                    .build()),
            RetryRegistry.of(RetryConfig.custom()
                    .maxAttempts(2)
                    .waitDuration(Duration.ofMillis(10))
                    .retryExceptions(OutsideFailure.Unavailable.class)
                    .build()),
            health);
    public final Set<String> known = new TreeSet<>();
    public final EhrSettings settings;
    public final FhirEhr ehr;

    public EhrBench(String url) {
        this(url, OAuthSettings.NONE, EhrKind.GENERIC);
    }

    public EhrBench(String url, OAuthSettings oauth, EhrKind kind) {
        settings = new EhrSettings(
                url, Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(60), 20, Map.of());
        var parts = new FhirParts(
                settings, oauth, DemonstrationSite.sites(), guards, () -> Set.copyOf(known), Clock.systemUTC());
        ehr = switch (kind) {
            case GENERIC -> new FhirEhr(parts);
            case EPIC -> new EpicEhr(parts);
            case CERNER -> new CernerEhr(parts);
        };
    }
}
