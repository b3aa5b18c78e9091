package carequeue.query.sites;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.site.Dated;
import carequeue.api.site.Policies;
import carequeue.api.site.Policy;
import carequeue.api.site.Site;
import carequeue.api.site.SiteHistory;
import carequeue.api.site.Sites;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door to the policies of a site: those that hold now, and every version there was or will be. */
@RestController
@RequestMapping("/api/sites/{siteId}/policies")
class PolicyDoor {

    private final Sites sites;
    private final Clock clock;
    private final ObjectMapper json;

    PolicyDoor(Sites sites, Clock clock, ObjectMapper json) {
        this.sites = sites;
        this.clock = clock;
        this.json = json;
    }

    /** The policies that hold now. */
    record PolicyList(List<ObjectNode> items, String nextCursor) {}

    @GetMapping
    PolicyList policies(@PathVariable String siteId, Actor actor) {
        Site site = site(siteId, actor);
        return new PolicyList(
                Policies.names().stream().map(name -> view(site, name)).toList(), null);
    }

    @GetMapping("/{name}")
    ResponseEntity<ObjectNode> policy(@PathVariable String siteId, @PathVariable String name, Actor actor) {
        Policies.type(name);
        Site site = site(siteId, actor);
        List<Dated<Policies>> versions =
                sites.history(siteId).map(h -> h.versions(name)).orElse(List.of());
        ObjectNode view = view(site, name);
        var all = view.putArray("versions");
        for (Dated<Policies> version : versions) {
            all.add(values(version.value().get(name), version.from()));
        }
        int last = versions.isEmpty()
                ? site.policies().get(name).version()
                : versions.get(versions.size() - 1).version();
        return ResponseEntity.ok().eTag(Integer.toString(last)).body(view);
    }

    private ObjectNode view(Site site, String name) {
        Instant from = sites.history(site.siteId())
                .map(h -> from(h, name, site.policies().get(name).version()))
                .orElse(null);
        return values(site.policies().get(name), from).put("policy", name);
    }

    private static Instant from(SiteHistory history, String name, int version) {
        return history.versions(name).stream()
                .filter(v -> v.version() == version)
                .map(Dated::from)
                .findFirst()
                .orElse(null);
    }

    private ObjectNode values(Policy policy, Instant from) {
        ObjectNode values = json.valueToTree(policy);
        values.set("effectiveFrom", json.valueToTree(from));
        return values;
    }

    private Site site(String siteId, Actor actor) {
        return sites.find(siteId)
                .filter(site -> actor.mayEnter(siteId))
                .orElseThrow(() -> new Refused.NotFound("site", siteId));
    }
}
