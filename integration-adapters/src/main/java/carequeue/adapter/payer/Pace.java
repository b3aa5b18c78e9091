package carequeue.adapter.payer;

import carequeue.adapter.outbox.NotYet;
import carequeue.api.eligibility.EligibilityEvent.EligibilityRequested;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Keeps questions side by side: a payer has so many at a time that a slow one never takes all hands, and those of the evening before, for whom
 * nobody waits, go no faster than their rate.
 */
@Component
public class Pace {

    private static final Duration SOON = Duration.ofMillis(250);

    private final BulkheadRegistry bulkheads;
    private final BulkheadConfig each;
    private final RateLimiter evening;

    public Pace(BulkheadRegistry bulkheads, RateLimiterRegistry rates) {
        this.bulkheads = bulkheads;
        this.each = bulkheads.getConfiguration("payer-each").orElse(bulkheads.getDefaultConfig());
        this.evening = rates.rateLimiter("payer-evening");
    }

    /**
     * Calls when it is this question's turn.
     *
     * @throws NotYet when it is not; nothing was asked then
     */
    <T> T keep(EligibilityRequested asked, Supplier<T> call) {
        Bulkhead own = bulkheads.bulkhead(name(asked.coverage().payerId()), each);
        if (!own.tryAcquirePermission()) {
            throw new NotYet("the payer has enough questions at a time", SOON);
        }
        try {
            if (asked.visitId() == null && !evening.acquirePermission()) {
                throw new NotYet(
                        "the evening's questions keep their rate",
                        evening.getRateLimiterConfig().getLimitRefreshPeriod());
            }
            return call.get();
        } finally {
            own.onComplete();
        }
    }

    private static String name(String payerId) {
        return "payer-" + (payerId == null ? "unknown" : payerId.toLowerCase(Locale.ROOT));
    }
}
