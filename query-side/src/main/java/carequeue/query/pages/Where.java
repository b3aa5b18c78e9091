package carequeue.query.pages;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Which site, service and day a page is about, where the address does not say. */
@Component
public class Where {

    private final Sites sites;
    private final Clock clock;

    Where(Sites sites, Clock clock) {
        this.sites = sites;
        this.clock = clock;
    }

    /** The sites that somebody may see. */
    public List<Site> of(Actor actor) {
        return sites.all().stream().filter(s -> actor.mayEnter(s.siteId())).toList();
    }

    /** The site named, else the first that the actor may see. */
    public Site site(String siteId, Actor actor) {
        return of(actor).stream()
                .filter(site ->
                        siteId == null || siteId.isBlank() || site.siteId().equals(siteId))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound("site", siteId == null ? "" : siteId));
    }

    /** The service named, else the first of the site. */
    public Site.Service service(Site site, String serviceId) {
        return site.services().stream()
                .filter(s -> serviceId == null
                        || serviceId.isBlank()
                        || s.serviceId().equals(serviceId))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound("service", serviceId == null ? "" : serviceId));
    }

    /** The site's business day now. */
    public LocalDate today(Site site) {
        return site.businessDay(clock.instant());
    }

    /** The time of day at the site now, to the second. */
    public LocalTime now(Site site) {
        return clock.instant().atZone(site.timeZone()).toLocalTime().truncatedTo(ChronoUnit.SECONDS);
    }

    /** An instant, but never later than now. */
    public Instant noLater(Instant at) {
        Instant now = clock.instant();
        return at.isAfter(now) ? now : at;
    }

    /** How times are written for a site. */
    public Times times(Site site, Locale locale) {
        return new Times(site.timeZone(), locale);
    }
}
