package carequeue.adapter.sms.twilio;

import carequeue.adapter.outbox.NotYet;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many texts a second this node gives to Twilio: of the account together, and of each sender. */
final class TwilioRates {

    private final TwilioSettings settings;
    private final RateLimiter account;
    private final Map<String, RateLimiter> senders = new ConcurrentHashMap<>();

    TwilioRates(TwilioSettings settings) {
        this.settings = settings;
        this.account = limiter("account", settings.perSecond());
    }

    private static RateLimiter limiter(String name, int perSecond) {
        return RateLimiter.of(
                name,
                RateLimiterConfig.custom()
                        .limitForPeriod(perSecond)
                        .limitRefreshPeriod(Duration.ofSeconds(1))
                        .timeoutDuration(Duration.ofSeconds(2))
                        .build());
    }

    /**
     * Waits until one more may go out.
     *
     * @throws NotYet when that would take long
     */
    void await(String sender) {
        boolean counted = settings.perSender() > 0 && sender != null;
        if (counted
                        && !senders.computeIfAbsent(sender, name -> limiter(name, settings.perSender()))
                                .acquirePermission()
                || !account.acquirePermission()) {
            throw new NotYet("as many text messages as are allowed go out already");
        }
    }
}
