package carequeue.command.appointment;

import carequeue.api.appointment.AppointmentStatus;
import java.time.Instant;

/**
 * What an outside system said last of an appointment, whoever wrote it there.
 *
 * @param saidAt when, by its own clock, or null
 */
record Heard(String outsideId, String version, AppointmentStatus status, Instant saidAt) {

    static final Heard NOTHING = new Heard(null, null, null, null);

    /** How old news are beside this. */
    enum Age {
        OLDER,
        SAME,
        NEWER
    }

    /** Versions that are not numbers say nothing about which came first: then the system's own times do, where it has them. */
    Age of(String next, Instant nextAt) {
        if (version == null || next == null) {
            return Age.NEWER;
        } else if (next.equals(version)) {
            return Age.SAME;
        }
        boolean numbers = version.matches("\\d{1,18}") && next.matches("\\d{1,18}");
        boolean older = numbers
                ? Long.parseLong(next) < Long.parseLong(version)
                : saidAt != null && nextAt != null && nextAt.isBefore(saidAt);
        return older ? Age.OLDER : Age.NEWER;
    }

    /** What was left out is as it was. */
    Heard then(String id, String next, AppointmentStatus said, Instant at) {
        return new Heard(
                id == null ? outsideId : id,
                next == null ? version : next,
                said == null ? status : said,
                at == null ? saidAt : at);
    }
}
