package carequeue.command.queue;

import carequeue.api.queue.CallingPolicy;
import carequeue.api.site.Policies;
import carequeue.api.site.Site;
import carequeue.api.site.Site.OpeningHours;
import carequeue.api.site.Site.Service;
import carequeue.api.site.Site.ServicePoint;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** The clinic of the tests: one site, three services, open round the clock. */
final class Clinic {

    static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");

    private Clinic() {}

    static Site open() {
        return with(CallingPolicy.DEFAULT, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }

    static Site with(CallingPolicy calling) {
        return with(calling, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }

    /** The same clinic while somebody, or (null) nobody, is signed on at room 2. */
    static Site signedOn(Site site, String providerId) {
        List<ServicePoint> points = site.servicePoints().stream()
                .map(p -> p.id().equals("room-2") ? p.with(providerId) : p)
                .toList();
        return new Site(
                site.siteId(),
                site.name(),
                site.timeZone(),
                site.dayStart(),
                site.hours(),
                site.services(),
                points,
                site.policies());
    }

    /** The same clinic while a provider is away. */
    static Site without(Site site, String providerId) {
        return new Site(
                site.siteId(),
                site.name(),
                site.timeZone(),
                site.dayStart(),
                site.hours(),
                site.services(),
                site.servicePoints(),
                site.policies(),
                List.of(),
                Set.of(providerId));
    }

    static Site with(CallingPolicy calling, LocalTime opens, LocalTime closes) {
        List<String> care = List.of("primary-care", "urgent-care");
        return new Site(
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
                        new ServicePoint("room-2", "Room 2", care, "dr-lee", "isolation"),
                        new ServicePoint("lab-1", "Lab 1", List.of("lab"), null)),
                Policies.DEFAULT.with(Policies.only(calling)));
    }
}
