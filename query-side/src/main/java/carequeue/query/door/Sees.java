package carequeue.query.door;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.util.Set;

/** Which sites somebody sees. */
public final class Sees {

    private Sees() {}

    /** The one site asked for, else all that the actor sees; null stands for every one there is. */
    public static Set<String> sites(String siteId, Actor actor, Sites sites) {
        if (siteId != null && !siteId.isBlank()) {
            return Set.of(site(siteId, actor, sites).siteId());
        }
        return actor.sites().contains("*") ? null : actor.sites();
    }

    /** A site; {@link Refused.NotFound} also when it is not for the one who asks. */
    public static Site site(String siteId, Actor actor, Sites sites) {
        return sites.find(siteId)
                .filter(site -> actor.mayEnter(siteId))
                .orElseThrow(() -> new Refused.NotFound("site", siteId));
    }

    /** The sites as a statement takes them. */
    public static String[] array(Set<String> sites) {
        return sites == null ? null : sites.toArray(String[]::new);
    }
}
