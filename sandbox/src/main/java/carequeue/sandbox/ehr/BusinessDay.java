package carequeue.sandbox.ehr;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day of the clinic, from 03:00 to the next 03:00 in its time zone. */
record BusinessDay(LocalDate date, ZoneId zone) {

    private static final int STARTS_AT = 3;

    static BusinessDay at(Instant instant, ZoneId zone) {
        return new BusinessDay(
                instant.atZone(zone).toLocalDateTime().minusHours(STARTS_AT).toLocalDate(), zone);
    }

    Instant start() {
        return date.atTime(STARTS_AT, 0).atZone(zone).toInstant();
    }

    Instant end() {
        return next().start();
    }

    BusinessDay next() {
        return new BusinessDay(date.plusDays(1), zone);
    }
}
