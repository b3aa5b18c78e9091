package carequeue.api.site;

import carequeue.api.Refused;
import java.time.Duration;
import java.util.Locale;

/**
 * When a booked patient may be checked in.
 *
 * @param before how early before the start of the appointment
 * @param after how late after it
 * @param late what becomes of who comes later
 * @param missedAfter how long after the window an appointment for which nobody came counts as a no-show by itself; null for never
 */
public record ArrivalPolicy(String name, int version, Duration before, Duration after, Late late, Duration missedAfter)
        implements Policy {

    /** The values a site starts with. */
    public static final ArrivalPolicy DEFAULT = new ArrivalPolicy(
            "arrival-window", 1, Duration.ofMinutes(30), Duration.ofMinutes(15), Late.TO_THE_DESK, Duration.ofHours(4));

    /** Nobody is a no-show by themselves. */
    public ArrivalPolicy(String name, int version, Duration before, Duration after, Late late) {
        this(name, version, before, after, late, null);
    }

    public ArrivalPolicy {
        Given.notNegative("/before", before);
        Given.notNegative("/after", after);
        if (missedAfter != null) {
            Given.notNegative("/missedAfter", missedAfter);
        }
        if (late == null) {
            throw new Refused.BadField("/late", "is to-the-desk, as-walk-in or next-free-place");
        }
    }

    /** What becomes of a patient who comes after the window. */
    public enum Late {
        /** The desk decides, with a reason. */
        TO_THE_DESK,
        /** They are checked in without their slot. */
        AS_WALK_IN,
        /** They are checked in as if their slot were now: behind those who are due, before those who walked in. */
        NEXT_FREE_PLACE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
