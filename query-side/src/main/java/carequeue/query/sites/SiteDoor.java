package carequeue.query.sites;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.site.Site;
import carequeue.api.site.Site.Provider;
import carequeue.api.site.Site.Service;
import carequeue.api.site.SiteHistory;
import carequeue.api.site.Sites;
import java.time.Clock;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door to the sites as they are set up now. */
@RestController
@RequestMapping("/api/sites")
class SiteDoor {

    private final Sites sites;
    private final Clock clock;

    SiteDoor(Sites sites, Clock clock) {
        this.sites = sites;
        this.clock = clock;
    }

    /** Several sites. */
    record SiteList(List<SiteView> items, String nextCursor) {}

    /** Several providers. */
    record ProviderList(List<Provider> items, String nextCursor) {}

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
    ResponseEntity<SiteView> site(@PathVariable String siteId, Actor actor) {
        SiteView view = view(find(siteId, actor));
        return ResponseEntity.ok().eTag(Integer.toString(view.version())).body(view);
    }

    @GetMapping("/{siteId}/services/{serviceId}")
    Service service(@PathVariable String siteId, @PathVariable String serviceId, Actor actor) {
        return find(siteId, actor).service(serviceId).orElseThrow(() -> new Refused.NotFound("service", serviceId));
    }

    @GetMapping("/{siteId}/providers")
    ProviderList providers(@PathVariable String siteId, Actor actor) {
        return new ProviderList(find(siteId, actor).providers(), null);
    }

    private Site find(String siteId, Actor actor) {
        return sites.find(siteId)
                .filter(site -> actor.mayEnter(siteId))
                .orElseThrow(() -> new Refused.NotFound("site", siteId));
    }

    private SiteView view(Site site) {
        int version = sites.history(site.siteId()).map(SiteHistory::lastVersion).orElse(1);
        return SiteView.of(site, site.businessDay(clock.instant()), version);
    }
}
