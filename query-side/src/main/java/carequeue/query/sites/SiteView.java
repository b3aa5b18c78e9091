package carequeue.query.sites;

import carequeue.api.site.Site;
import carequeue.api.site.Site.OpeningHours;
import carequeue.api.site.Site.Provider;
import carequeue.api.site.Site.Service;
import carequeue.api.site.Site.ServicePoint;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** A site; {@code today} is its business day now, {@code version} that of its set-up. */
record SiteView(
        String siteId,
        String name,
        String timeZone,
        LocalTime dayStart,
        OpeningHours hours,
        LocalDate today,
        List<Service> services,
        List<ServicePoint> servicePoints,
        List<Provider> providers,
        int version) {

    static SiteView of(Site site, LocalDate today, int version) {
        return new SiteView(
                site.siteId(),
                site.name(),
                site.timeZone().getId(),
                site.dayStart(),
                site.hours(),
                today,
                site.services(),
                site.servicePoints(),
                site.providers(),
                version);
    }
}
