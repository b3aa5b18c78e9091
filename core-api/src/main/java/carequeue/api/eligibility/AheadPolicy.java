package carequeue.api.eligibility;

import carequeue.api.Refused;
import carequeue.api.site.Policy;
import java.time.Duration;

/**
 * How the payers of the next day's booked patients are asked: a few patients at a time, so that no payer is asked faster than it allows.
 *
 * @param batch how many appointments are looked at at a time
 * @param pause between two batches
 */
public record AheadPolicy(String name, int version, int batch, Duration pause) implements Policy {

    /** The policy a site starts with. */
    public static final AheadPolicy DEFAULT = new AheadPolicy("asking-ahead", 1, 20, Duration.ofSeconds(30));

    public AheadPolicy {
        if (batch < 1 || batch > 200) {
            throw new Refused.BadField("/batch", "is a number from 1 to 200");
        } else if (pause == null || pause.isNegative() || pause.compareTo(Duration.ofHours(1)) > 0) {
            throw new Refused.BadField("/pause", "is a time from PT0S to PT1H");
        }
    }
}
