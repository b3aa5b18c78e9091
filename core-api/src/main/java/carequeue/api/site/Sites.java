package carequeue.api.site;

import carequeue.api.Refused;
import java.util.List;
import java.util.Optional;

/** The sites of this installation, by identifier. */
public final class Sites {

    private final List<Site> all;

    public Sites(List<Site> all) {
        this.all = List.copyOf(all);
    }

    /** All sites, in the order of the set-up. */
    public List<Site> all() {
        return all;
    }

    /** A site, if there is one. */
    public Optional<Site> find(String siteId) {
        return all.stream().filter(s -> s.siteId().equals(siteId)).findFirst();
    }

    /**
     * A site.
     *
     * @throws Refused.NotFound when there is none of this identifier
     */
    public Site get(String siteId) {
        return find(siteId).orElseThrow(() -> new Refused.NotFound("site", siteId));
    }

    /**
     * A service of a site.
     *
     * @throws Refused.NotFound when there is none of this identifier
     */
    public Site.Service service(String siteId, String serviceId) {
        return get(siteId).service(serviceId).orElseThrow(() -> new Refused.NotFound("service", serviceId));
    }
}
