package carequeue.command.site;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.site.Dated;
import carequeue.api.site.SetUp;
import carequeue.api.site.Site.Provider;
import carequeue.api.site.Site.Service;
import carequeue.api.site.SiteCommand.ChangeSite;
import carequeue.api.site.SiteCommand.FoundSite;
import carequeue.api.site.SiteHistory;
import carequeue.api.site.Sites;
import carequeue.command.door.Asked;
import carequeue.command.door.Door;
import carequeue.command.door.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Sites are set up over HTTP, in versions that hold from an instant on. */
@RestController
class SiteDoor {

    private final Door door;
    private final Sites sites;
    private final OpenQueues queues;
    private final Clock clock;

    SiteDoor(Door door, Sites sites, OpenQueues queues, Clock clock) {
        this.door = door;
        this.sites = sites;
        this.queues = queues;
        this.clock = clock;
    }

    /** The version that came of it. */
    record Version(String siteId, int version) {}

    /** One service, from when on. */
    record ServiceBody(String serviceId, String name, String prefix, String needs, Instant effectiveFrom) {}

    /** All providers, from when on. */
    record ProvidersBody(List<Provider> providers, List<Provider> items, Instant effectiveFrom) {}

    @PutMapping("/api/sites/{siteId}")
    ResponseEntity<Version> site(
            @PathVariable String siteId, @RequestBody SiteBody body, Actor actor, HttpServletRequest http) {
        Optional<SiteHistory> known = known(siteId, actor);
        if (body.siteId() != null && !body.siteId().equals(siteId)) {
            throw new Refused.BadField("/siteId", "is not the site of the address");
        }
        if (known.isEmpty()) {
            return founded(siteId, body, actor, http);
        }
        if (body.version() != null && body.version() != known.get().lastVersion()) {
            throw new Outdated(known.get().lastVersion());
        }
        return change(known.get(), body, actor, http);
    }

    @PutMapping("/api/sites/{siteId}/services/{serviceId}")
    ResponseEntity<Version> service(
            @PathVariable String siteId,
            @PathVariable String serviceId,
            @RequestBody ServiceBody body,
            Actor actor,
            HttpServletRequest http) {
        SiteHistory history = mustKnow(siteId, actor);
        if (body.serviceId() != null && !body.serviceId().equals(serviceId)) {
            throw new Refused.BadField("/serviceId", "is not the service of the address");
        }
        List<Service> services = new ArrayList<>();
        boolean replaced = false;
        for (Service s : latest(history).services()) {
            boolean it = s.serviceId().equals(serviceId);
            replaced |= it;
            services.add(
                    it
                            ? new Service(
                                    serviceId,
                                    body.name() == null ? s.name() : body.name(),
                                    body.prefix() == null ? s.prefix() : body.prefix(),
                                    body.needs() == null ? s.needs() : body.needs())
                            : s);
        }
        if (!replaced) {
            services.add(new Service(serviceId, body.name(), body.prefix(), body.needs()));
        }
        return change(history, changed(services, null, body.effectiveFrom()), actor, http);
    }

    @PutMapping("/api/sites/{siteId}/providers")
    ResponseEntity<Version> providers(
            @PathVariable String siteId, @RequestBody ProvidersBody body, Actor actor, HttpServletRequest http) {
        List<Provider> all = body.providers() == null ? body.items() : body.providers();
        if (all == null) {
            throw new Refused.BadField("/providers", "is a list");
        }
        return change(mustKnow(siteId, actor), changed(null, all, body.effectiveFrom()), actor, http);
    }

    private ResponseEntity<Version> founded(String siteId, SiteBody body, Actor actor, HttpServletRequest http) {
        if (!siteId.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            throw new Refused.BadField("/siteId", "has 1 to 63 small letters, digits or dashes");
        }
        if (body.effectiveFrom() != null) {
            throw new Refused.BadField("/effectiveFrom", "cannot be given for a new site, which holds at once");
        }
        Outcome<Integer> outcome = door.send(new FoundSite(siteId, body.over(null), null), Asked.of(actor, http));
        sites.look();
        return outcome.created("/api/sites/" + siteId, version -> new Version(siteId, version));
    }

    private ResponseEntity<Version> change(SiteHistory history, SiteBody body, Actor actor, HttpServletRequest http) {
        int basedOn = history.lastVersion();
        String match = http.getHeader(HttpHeaders.IF_MATCH);
        if (match != null
                && !match.equals("*")
                && !match.replaceAll("W/|\"", "").equals(Integer.toString(basedOn))) {
            throw new Outdated(basedOn);
        }
        SetUp before = latest(history);
        SetUp after = body.over(before);
        if (!after.faults().isEmpty()) {
            throw new Refused.BadField(after.faults());
        }
        Instant now = clock.instant();
        Instant from = body.effectiveFrom() == null ? now : body.effectiveFrom();
        var site = history.at(now);
        queues.mustAllow(site.siteId(), before, after, site.businessDay(from));
        Outcome<Integer> outcome =
                door.send(new ChangeSite(site.siteId(), after, body.effectiveFrom(), basedOn), Asked.of(actor, http));
        sites.look();
        ResponseEntity<Integer> done = outcome.ok();
        return ResponseEntity.ok()
                .headers(done.getHeaders())
                .eTag(Integer.toString(outcome.value()))
                .body(new Version(site.siteId(), outcome.value()));
    }

    private static SiteBody changed(List<Service> services, List<Provider> providers, Instant from) {
        return new SiteBody(null, null, null, null, null, services, null, providers, from, null, null);
    }

    /** The last version, also when it does not hold yet: changes build on each other. */
    private static SetUp latest(SiteHistory history) {
        List<Dated<SetUp>> all = history.setUps();
        return all.get(all.size() - 1).value();
    }

    private SiteHistory mustKnow(String siteId, Actor actor) {
        return known(siteId, actor).orElseThrow(() -> new Refused.NotFound("site", siteId));
    }

    private Optional<SiteHistory> known(String siteId, Actor actor) {
        if (!actor.mayEnter(siteId)) {
            throw new Refused.NotFound("site", siteId);
        }
        sites.look();
        return sites.history(siteId);
    }
}
