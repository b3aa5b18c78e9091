package carequeue.command.queue;

import carequeue.api.queue.CallingPolicy;
import carequeue.api.site.Policies;
import carequeue.api.site.Site;
import carequeue.api.site.Site.OpeningHours;
import carequeue.api.site.Site.Service;
import carequeue.api.site.Site.ServicePoint;
import carequeue.api.site.Sites;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** The clinic of the tests: one site, three services, open round the clock. */
final class Clinic {

    static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");

    private Clinic() {}

    static Sites open() {
        return with(CallingPolicy.DEFAULT, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }

    static Sites with(CallingPolicy calling) {
        return with(calling, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }

    static Sites with(CallingPolicy calling, LocalTime opens, LocalTime closes) {
        List<String> care = List.of("primary-care", "urgent-care");
        return new Sites(List.of(new Site(
                "main",
                "Main Street Clinic",
                ZoneId.of("America/New_York"),
                LocalTime.of(3, 0),
                new OpeningHours(opens, closes),
                List.of(
                        new Service("primary-care", "Primary care", "A"),
                        new Service("urgent-care", "Urgent care", "B"),
                        new Service("lab", "Laboratory", "L")),
                List.of(
                        new ServicePoint("room-1", "Room 1", care, null),
                        new ServicePoint("room-2", "Room 2", care, "dr-lee"),
                        new ServicePoint("lab-1", "Lab 1", List.of("lab"), null)),
                Policies.DEFAULT.with(Policies.only(calling)))));
    }
}
