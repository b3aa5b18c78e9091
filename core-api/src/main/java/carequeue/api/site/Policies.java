package carequeue.api.site;

import carequeue.api.queue.CallingPolicy;
import java.time.Duration;

/**
 * The named values by which a site works; every decision notes the version it was made under.
 *
 * @param calling the order of calling
 * @param arriveBefore how early before its start an appointment may be checked in
 * @param arriveAfter how late after its start
 * @param patience how long a check-in at the desk waits for a machine
 */
public record Policies(
        int version, CallingPolicy calling, Duration arriveBefore, Duration arriveAfter, Duration patience) {

    /** The values a site starts with. */
    public static final Policies DEFAULT = new Policies(
            1, CallingPolicy.DEFAULT, Duration.ofMinutes(30), Duration.ofMinutes(15), Duration.ofSeconds(2));
}
