package carequeue.query.sites;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door to the sites. */
@RestController
@RequestMapping("/api/sites")
class SiteDoor {

    private final Sites sites;
    private final Clock clock;

    SiteDoor(Sites sites, Clock clock) {
        this.sites = sites;
        this.clock = clock;
    }

    /** A site; {@code today} is its business day now. */
    record SiteView(
            String siteId,
            String name,
            String timeZone,
            LocalDate today,
            List<Site.Service> services,
            List<Point> servicePoints) {}

    /** A service point. */
    record Point(String id, String name, List<String> serviceIds, String providerId) {}

    /** Several sites. */
    record SiteList(List<SiteView> items, String nextCursor) {}

    @GetMapping
    SiteList sites(Actor actor) {
        return new SiteList(
                sites.all().stream()
                        .filter(site -> actor.mayEnter(site.siteId()))
                        .map(this::view)
                        .toList(),
                null);
    }

    @GetMapping("/{siteId}")
    SiteView site(@PathVariable String siteId, Actor actor) {
        return sites.find(siteId)
                .filter(site -> actor.mayEnter(siteId))
                .map(this::view)
                .orElseThrow(() -> new Refused.NotFound("site", siteId));
    }

    private SiteView view(Site site) {
        return new SiteView(
                site.siteId(),
                site.name(),
                site.timeZone().getId(),
                site.businessDay(clock.instant()),
                site.services(),
                site.servicePoints().stream()
                        .map(p -> new Point(p.id(), p.name(), p.serviceIds(), p.providerId()))
                        .toList());
    }
}
