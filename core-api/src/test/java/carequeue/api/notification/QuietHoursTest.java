package carequeue.api.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a message may go out: by the site's clocks, also in the nights in which they jump. */
class QuietHoursTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static NotifyPolicy quiet(String from, String until) {
        NotifyPolicy base = NotifyPolicy.DEFAULT;
        return new NotifyPolicy(
                "test",
                1,
                base.order(),
                LocalTime.parse(from),
                LocalTime.parse(until),
                base.remindAt(),
                base.receiptWithin(),
                base.allowedUnasked());
    }

    @ParameterizedTest
    @CsvSource({
        // an evening, a night, a morning and noon, New York in winter
        "21:00, 08:00, 2026-11-24T01:59:59Z, 2026-11-24T01:59:59Z",
        "21:00, 08:00, 2026-11-24T02:00:00Z, 2026-11-24T13:00:00Z",
        "21:00, 08:00, 2026-11-24T08:00:00Z, 2026-11-24T13:00:00Z",
        "21:00, 08:00, 2026-11-24T13:00:00Z, 2026-11-24T13:00:00Z",
        // within one day
        "12:00, 14:00, 2026-11-23T17:30:00Z, 2026-11-23T19:00:00Z",
        "12:00, 14:00, 2026-11-23T19:00:00Z, 2026-11-23T19:00:00Z",
        // never
        "08:00, 08:00, 2026-11-24T08:00:00Z, 2026-11-24T08:00:00Z",
        // the night that is an hour shorter, 8 March 2026
        "21:00, 08:00, 2026-03-08T03:00:00Z, 2026-03-08T12:00:00Z",
        "21:00, 02:30, 2026-03-08T03:00:00Z, 2026-03-08T07:00:00Z",
        "21:00, 02:30, 2026-03-08T07:00:00Z, 2026-03-08T07:00:00Z",
        // the night that is an hour longer, 1 November 2026
        "21:00, 08:00, 2026-11-01T02:00:00Z, 2026-11-01T13:00:00Z",
        "21:00, 01:30, 2026-11-01T02:00:00Z, 2026-11-01T05:30:00Z",
        "21:00, 01:30, 2026-11-01T06:15:00Z, 2026-11-01T06:30:00Z",
    })
    void aReminderWaitsForTheEndOfTheQuietHours(String from, String until, Instant ready, Instant out) {
        assertThat(quiet(from, until).mayGoOut(MessageKind.REMINDER, ready, NEW_YORK))
                .isEqualTo(out);
        assertThat(quiet(from, until).mayGoOut(MessageKind.RECEIPT, ready, NEW_YORK))
                .isEqualTo(out);
    }

    @Test
    void theVisitOfTodayIsNeverQuiet() {
        Instant night = Instant.parse("2026-11-24T07:00:00Z");
        assertThat(NotifyPolicy.DEFAULT.mayGoOut(MessageKind.VISIT, night, NEW_YORK))
                .isEqualTo(night);
    }

    @Test
    void everySiteHasItsOwnNight() {
        Instant at = Instant.parse("2026-11-24T03:00:00Z");
        assertThat(NotifyPolicy.DEFAULT.mayGoOut(MessageKind.REMINDER, at, ZoneId.of("America/Los_Angeles")))
                .isEqualTo(at);
        assertThat(NotifyPolicy.DEFAULT.mayGoOut(MessageKind.REMINDER, at, ZoneId.of("Pacific/Honolulu")))
                .isEqualTo(at);
        assertThat(NotifyPolicy.DEFAULT.mayGoOut(MessageKind.REMINDER, at, NEW_YORK))
                .isAfter(at);
    }
}
