package carequeue.api.claim;

import carequeue.api.Refused;
import carequeue.api.site.Policy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * By which rules claims are submitted and followed.
 *
 * @param resubmissionsAtMost how often one claim goes out again
 * @param takenWithin how long the word that a payer takes a claim is waited for
 * @param decidedWithin how long its decision is waited for then
 * @param paidWithin how long the money is waited for after the decision
 * @param workedWithin how long a claim that was rejected or is being corrected may lie
 * @param askAgainAfter how long after a question about the status the next one is due
 * @param asksAtMost how often the status is asked for before a person sees to it
 * @param filingDays within how many days after the service a payer takes a bill
 * @param filingDaysOf the same for payers that have a limit of their own, by the payer's identifier
 * @param warnDays how many days before the limit a person is told
 * @param voidedBy the roles that may end a claim
 */
public record ClaimPolicy(
        String name,
        int version,
        int resubmissionsAtMost,
        Duration takenWithin,
        Duration decidedWithin,
        Duration paidWithin,
        Duration workedWithin,
        Duration askAgainAfter,
        int asksAtMost,
        int filingDays,
        Map<String, Integer> filingDaysOf,
        int warnDays,
        Set<String> voidedBy)
        implements Policy {

    private static final Duration LONGEST = Duration.ofDays(366);

    /** The policy a site starts with. */
    public static final ClaimPolicy DEFAULT = new ClaimPolicy(
            "claims",
            1,
            5,
            Duration.ofDays(2),
            Duration.ofDays(30),
            Duration.ofDays(14),
            Duration.ofDays(7),
            Duration.ofDays(3),
            3,
            90,
            Map.of(),
            14,
            Set.of("billing", "manager"));

    public ClaimPolicy {
        filingDaysOf = Map.copyOf(filingDaysOf);
        voidedBy = Set.copyOf(voidedBy);
        positive("/takenWithin", takenWithin);
        positive("/decidedWithin", decidedWithin);
        positive("/paidWithin", paidWithin);
        positive("/workedWithin", workedWithin);
        positive("/askAgainAfter", askAgainAfter);
        from(0, "/resubmissionsAtMost", resubmissionsAtMost, 90);
        from(0, "/asksAtMost", asksAtMost, 100);
        from(1, "/filingDays", filingDays, 3_650);
        filingDaysOf.forEach((payer, days) -> from(1, "/filingDaysOf/" + payer, days, 3_650));
        from(0, "/warnDays", warnDays, 3_650);
    }

    /** The last day on which a payer takes the bill for a day of service. */
    public LocalDate fileBy(String payerId, LocalDate serviceDate) {
        int days = payerId == null ? filingDays : filingDaysOf.getOrDefault(payerId, filingDays);
        return serviceDate.plusDays(days);
    }

    private static void positive(String pointer, Duration value) {
        if (value == null || value.isNegative() || value.isZero() || value.compareTo(LONGEST) > 0) {
            throw new Refused.BadField(pointer, "is longer than PT0S and no longer than P366D");
        }
    }

    private static void from(int least, String pointer, int value, int most) {
        if (value < least || value > most) {
            throw new Refused.BadField(pointer, "is a number from " + least + " to " + most);
        }
    }
}
