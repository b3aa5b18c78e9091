package carequeue.api.site;

import java.time.Duration;

/**
 * What becomes of a queue at the end of its business day.
 *
 * @param grace how long after the end of the business day those who still wait in it count as gone
 */
public record ClosingPolicy(String name, int version, Duration grace) implements Policy {

    /** The values a site starts with. */
    public static final ClosingPolicy DEFAULT = new ClosingPolicy("end-of-day", 1, Duration.ofHours(4));

    public ClosingPolicy {
        Given.notNegative("/grace", grace);
    }
}
