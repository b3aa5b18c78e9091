package carequeue.adapter.message;

import carequeue.adapter.resilience.Guards;
import carequeue.adapter.resilience.HealthBook;
import carequeue.adapter.resilience.OutsideFailure;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

/** The sandbox's doors for whoever looks at telephones and mailboxes there, and guards that give up late. */
final class SandboxDoors {

    private SandboxDoors() {}

    static void post(String url, String type, String body) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        int status = send(request).statusCode();
        if (status >= 400) {
            throw new IllegalStateException(url + " answered " + status);
        }
    }

    static String get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).build()).body();
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static Guards guards() {
        return new Guards(
                CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                        .slidingWindowSize(1000)
                        .minimumNumberOfCalls(1000)
                        .recordExceptions(OutsideFailure.Unavailable.class)
                        .build()),
                BulkheadRegistry.ofDefaults(),
                TimeLimiterRegistry.ofDefaults(),
                RetryRegistry.of(RetryConfig.custom()
                        .maxAttempts(2)
                        .waitDuration(Duration.ofMillis(10))
                        .retryExceptions(OutsideFailure.Unavailable.class)
                        .build()),
                new HealthBook(event -> {}, Clock.systemUTC()));
    }
}
