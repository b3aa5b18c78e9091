package carequeue.adapter.outbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: it doubles up to a limit, with some chance in it so that not all come back together.
 *
 * @param first after the first attempt
 * @param most never longer than this, the chance included
 * @param jitter the share of the wait that is left to chance, from 0 to 1
 */
public record Backoff(Duration first, Duration most, double jitter) {

    /** The wait after so many attempts. */
    public Duration after(int attempts, RandomGenerator chance) {
        double doubled = first.toMillis() * Math.pow(2, Math.max(0, attempts - 1));
        double capped = Math.min(doubled, most.toMillis());
        return Duration.ofMillis(Math.round(capped * (1 - jitter * chance.nextDouble())));
    }
}
