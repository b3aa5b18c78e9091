package carequeue.api.queue;

import carequeue.api.Refused;
import carequeue.api.site.Policy;
import java.time.Duration;

/**
 * The parameters of the calling order and of a queue's habits, with the version that events name.
 *
 * @param name the stable name of the order
 * @param overtakenAtMost how often automatic calls may let the same entry be overtaken
 * @param targetWait after which an entry of acuity 4 or 5 rises one class
 * @param recallsAtMost how often a called patient who did not come is put back to wait
 * @param calledAtMost how many patients a service point may have called at once; 0 is no limit
 * @param broughtBackKeepsArrival whether a no-show who comes back keeps the original arrival time
 * @param transferKeepsArrival whether a transferred entry keeps its arrival time
 * @param nextServiceKeepsArrival whether the next service of a visit counts from the arrival for the first one, else from its end
 */
public record CallingPolicy(
        String name,
        int version,
        int overtakenAtMost,
        Duration targetWait,
        int recallsAtMost,
        int calledAtMost,
        boolean broughtBackKeepsArrival,
        boolean transferKeepsArrival,
        boolean nextServiceKeepsArrival)
        implements Policy {

    /** The policy a site starts with. */
    public static final CallingPolicy DEFAULT =
            new CallingPolicy("acuity-slot-arrival", 1, 3, Duration.ofMinutes(60), 3, 0, true, true, false);

    public CallingPolicy {
        notNegative("/overtakenAtMost", overtakenAtMost);
        notNegative("/recallsAtMost", recallsAtMost);
        notNegative("/calledAtMost", calledAtMost);
        if (targetWait == null || targetWait.isNegative()) {
            throw new Refused.BadField("/targetWait", "is a time such as PT60M");
        }
    }

    private static void notNegative(String pointer, int value) {
        if (value < 0) {
            throw new Refused.BadField(pointer, "is not negative");
        }
    }
}
