package carequeue.api.eligibility;

import carequeue.api.Refused;
import carequeue.api.site.Given;
import carequeue.api.site.Policy;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/**
 * By which rules payers are asked.
 *
 * @param validFor how long an answer is good; an older one is asked for again
 * @param answerWithin how long an answer is waited for
 * @param heldFor how long it is waited for when the payer said that it will answer by itself
 * @param retryWaits the growing waits between questions to a payer that does not answer; the last one repeats
 * @param giveUpAfter how long after the first question of a row the last one is asked
 * @param decidedBy the roles that may decide in the payer's stead
 * @param eveningBefore when the coverages of the next day's booked patients are asked, in the site's time
 */
public record EligibilityPolicy(
        String name,
        int version,
        Duration validFor,
        Duration answerWithin,
        Duration heldFor,
        List<Duration> retryWaits,
        Duration giveUpAfter,
        Set<String> decidedBy,
        LocalTime eveningBefore)
        implements Policy {

    /** The policy a site starts with. */
    public static final EligibilityPolicy DEFAULT = new EligibilityPolicy(
            "eligibility",
            1,
            Duration.ofHours(36),
            Duration.ofMinutes(2),
            Duration.ofHours(4),
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1)),
            Duration.ofHours(12),
            Set.of("billing", "manager"),
            LocalTime.of(18, 0));

    public EligibilityPolicy {
        Given.notNegative("/validFor", validFor);
        Given.positive("/answerWithin", answerWithin);
        Given.positive("/heldFor", heldFor);
        Given.positive("/giveUpAfter", giveUpAfter);
        if (retryWaits == null || retryWaits.isEmpty()) {
            throw new Refused.BadField("/retryWaits", "is a list of times, one at least");
        }
        retryWaits.forEach(wait -> Given.positive("/retryWaits", wait));
        if (decidedBy == null || eveningBefore == null) {
            throw new Refused.BadField(decidedBy == null ? "/decidedBy" : "/eveningBefore", "is missing");
        }
        retryWaits = List.copyOf(retryWaits);
        decidedBy = Set.copyOf(decidedBy);
    }

    /** The wait before the question that follows a number of vain ones, counted from 1. */
    public Duration waitAfter(int vain) {
        return retryWaits.get(Math.min(vain, retryWaits.size()) - 1);
    }
}
