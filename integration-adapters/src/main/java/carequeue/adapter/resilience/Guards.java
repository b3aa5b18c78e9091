package carequeue.adapter.resilience;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Makes the guard of each outside service from what is configured. */
@Component
public class Guards implements DisposableBean {

    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads;
    private final TimeLimiterRegistry limiters;
    private final RetryRegistry retries;
    private final HealthBook health;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "outside-call");
        thread.setDaemon(true);
        return thread;
    });

    public Guards(
            CircuitBreakerRegistry breakers,
            BulkheadRegistry bulkheads,
            TimeLimiterRegistry limiters,
            RetryRegistry retries,
            HealthBook health) {
        this.breakers = breakers;
        this.bulkheads = bulkheads;
        this.limiters = limiters;
        this.retries = retries;
        this.health = health;
    }

    /** The guard of a service, such as {@code ehr}; a further line of one, such as {@code payer-north}, has its own by the same settings. */
    public Guard of(String service) {
        String like = service.replaceFirst("-.*", "");
        return new Guard(
                service,
                breakers.circuitBreaker(service, breakers.circuitBreaker(like).getCircuitBreakerConfig()),
                bulkheads.bulkhead(service, bulkheads.bulkhead(like).getBulkheadConfig()),
                limiters.timeLimiter(service, limiters.timeLimiter(like).getTimeLimiterConfig()),
                retries.retry(service, retries.retry(like).getRetryConfig()),
                threads,
                health);
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
