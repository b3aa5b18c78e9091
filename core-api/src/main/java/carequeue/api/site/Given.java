package carequeue.api.site;

import carequeue.api.Refused;
import java.time.Duration;

/** What every policy asks of the values it is given. */
final class Given {

    private static final Duration LONGEST = Duration.ofDays(31);

    private Given() {}

    static void notNegative(String pointer, Duration value) {
        if (value == null || value.isNegative() || value.compareTo(LONGEST) > 0) {
            throw new Refused.BadField(pointer, "is a time from PT0S to P31D");
        }
    }

    static void positive(String pointer, Duration value) {
        notNegative(pointer, value);
        if (value.isZero()) {
            throw new Refused.BadField(pointer, "is longer than PT0S");
        }
    }
}
