package carequeue.adapter.message;

import carequeue.api.site.Site;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sites show themselves in messages.
 *
 * @param sites by site identifier; a site that is not named here has the default of everything
 */
@ConfigurationProperties("carequeue.messages")
public record MessageSettings(@DefaultValue Map<String, MessageSite> sites) {

    /** How a site shows itself. */
    public MessageSite site(String siteId) {
        return MessageSite.of(sites, siteId);
    }

    /** How a site goes in messages. */
    public Look look(Site site) {
        MessageSite its = site(site.siteId());
        return new Look(name(site), its.colour(), its.address(), its.phone());
    }

    /** The name by which a site goes in messages; nothing that could end a line or begin a header. */
    public String name(Site site) {
        String given = site(site.siteId()).name();
        String name = given == null || given.isBlank() ? site.name() : given;
        return name.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
