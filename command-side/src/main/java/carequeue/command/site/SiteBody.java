package carequeue.command.site;

import carequeue.api.site.SetUp;
import carequeue.api.site.Site.OpeningHours;
import carequeue.api.site.Site.Provider;
import carequeue.api.site.Site.Service;
import carequeue.api.site.Site.ServicePoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * A site as it is to be set up; what is left out stays as it is. What a reader is told besides (identifier, day, version) may come back and
 * changes nothing.
 *
 * @param effectiveFrom from when on; left out: at once
 * @param version the version that was read, as {@code If-Match}
 */
record SiteBody(
        String siteId,
        String name,
        ZoneId timeZone,
        LocalTime dayStart,
        OpeningHours hours,
        List<Service> services,
        List<ServicePoint> servicePoints,
        List<Provider> providers,
        Instant effectiveFrom,
        Integer version,
        LocalDate today) {

    /** The set-up that comes of it. */
    SetUp over(SetUp before) {
        return new SetUp(
                or(name, before == null ? null : before.name()),
                or(timeZone, before == null ? null : before.timeZone()),
                or(dayStart, before == null ? null : before.dayStart()),
                or(hours, before == null ? null : before.hours()),
                or(services, before == null ? null : before.services()),
                or(servicePoints, before == null ? null : before.servicePoints()),
                or(providers, before == null ? null : before.providers()));
    }

    private static <T> T or(T given, T before) {
        return given == null ? before : given;
    }
}
