package carequeue.api.site;

import carequeue.api.Refused;
import java.time.Duration;

/** What every policy asks of the values it is given. */
public final class Given {

    private static final Duration LONGEST = Duration.ofDays(31);

    private Given() {}

    /** Refuses a time below nothing, or beyond a month. */
    public static void notNegative(String pointer, Duration value) {
        if (value == null || value.isNegative() || value.compareTo(LONGEST) > 0) {
            throw new Refused.BadField(pointer, "is a time from PT0S to P31D");
        }
    }

    /** Refuses a number below nothing, or none. */
    public static void notNegative(String pointer, Number value) {
        if (value == null || value.longValue() < 0) {
            throw new Refused.BadField(pointer, "is not negative");
        }
    }

    /** Refuses the same, and no time at all. */
    public static void positive(String pointer, Duration value) {
        notNegative(pointer, value);
        if (value.isZero()) {
            throw new Refused.BadField(pointer, "is longer than PT0S");
        }
    }
}
