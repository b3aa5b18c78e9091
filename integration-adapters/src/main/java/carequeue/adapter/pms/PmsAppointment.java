package carequeue.adapter.pms;

import carequeue.api.site.LocalInstant;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * An appointment as the practice management system knows it, in its own words.
 *
 * @param scheduledTime ISO 8601; without an offset it is the site's wall clock
 * @param minutes how long it is to take
 * @param version what changes with it, made of its content where the system gives none
 * @param match the version as the system wants it back when we write, or null
 * @param saidAt when it was changed last, by the system's own clock, or null
 * @param ehrId how the EHR calls it, or null where the system does not say
 */
public record PmsAppointment(
        String appointmentId,
        String patientId,
        String providerId,
        String scheduledTime,
        int minutes,
        String appointmentType,
        PmsStatus status,
        String department,
        String version,
        String match,
        Instant saidAt,
        String ehrId) {

    /** When it begins at a site of this zone. */
    public Instant start(ZoneId zone) {
        return instant(scheduledTime, zone);
    }

    /** When it ends. */
    public Instant end(ZoneId zone) {
        return start(zone).plusSeconds(60L * minutes);
    }

    /** The instant of a time with or without its offset; an hour that the clocks leave out is the one after it. */
    public static Instant instant(String time, ZoneId zone) {
        String iso = time.strip().replace(' ', 'T').replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
        try {
            return OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeException withoutOffset) {
            return LocalInstant.of(LocalDateTime.parse(iso), zone);
        }
    }
}
