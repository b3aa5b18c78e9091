package carequeue.api.site;

import carequeue.api.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The sites of this installation, by identifier: as they are now, or as they were at an instant. */
public final class Sites {

    private final Supplier<Map<String, SiteHistory>> known;
    private final Runnable look;
    private final Clock clock;
    private final Map<String, Site> fixed = new LinkedHashMap<>();

    /**
     * Sites that change.
     *
     * @param known what is known of them now, by identifier, quickly
     * @param look looks now for what has changed
     */
    public Sites(Supplier<Map<String, SiteHistory>> known, Runnable look, Clock clock) {
        this.known = known;
        this.look = look;
        this.clock = clock;
    }

    /** Sites that are always the same. */
    public Sites(List<Site> all) {
        this(Map::of, () -> {}, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        all.forEach(site -> fixed.put(site.siteId(), site));
    }

    /** All sites as they are now, in the order in which they came to be. */
    public List<Site> all() {
        Instant now = clock.instant();
        List<Site> all = new ArrayList<>(fixed.values());
        known.get().values().forEach(history -> all.add(history.at(now)));
        return all;
    }

    /** A site as it is now, if there is one. */
    public Optional<Site> find(String siteId) {
        return find(siteId, clock.instant());
    }

    private Optional<Site> find(String siteId, Instant at) {
        return Optional.ofNullable(fixed.get(siteId)).or(() -> history(siteId).map(h -> h.at(at)));
    }

    /**
     * A site as it is now.
     *
     * @throws Refused.NotFound when there is none of this identifier
     */
    public Site get(String siteId) {
        return at(siteId, clock.instant());
    }

    /**
     * A site as it is set up for an instant, past or to come.
     *
     * @throws Refused.NotFound when there is none of this identifier
     */
    public Site at(String siteId, Instant at) {
        return find(siteId, at).orElseThrow(() -> new Refused.NotFound("site", siteId));
    }

    /**
     * A service of a site as it is now.
     *
     * @throws Refused.NotFound when there is none of this identifier
     */
    public Site.Service service(String siteId, String serviceId) {
        return get(siteId).service(serviceId).orElseThrow(() -> new Refused.NotFound("service", serviceId));
    }

    /** What was ever set up at a site, if it is one that can change. */
    public Optional<SiteHistory> history(String siteId) {
        return Optional.ofNullable(siteId == null ? null : known.get().get(siteId));
    }

    /** Looks now for changes, so that one's own are seen at once. */
    public void look() {
        look.run();
    }
}
