package carequeue.adapter.message;

import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a site shows itself in messages.
 *
 * @param name a neutral name that says nothing of what is treated there; by default the site's own
 * @param region ISO 3166-1 of telephone numbers that are given without their country
 * @param from the number or sender of its text messages; by default the one for all sites
 * @param colour of its emails, as {@code #rrggbb}
 * @param address the postal address at the foot of its emails, or null
 * @param phone the telephone number at the foot of its emails, or null
 */
public record MessageSite(
        String name,
        @DefaultValue("US") String region,
        String from,
        @DefaultValue("#1f5f8b") String colour,
        String address,
        String phone) {

    /** A site of which nothing is set. */
    static final MessageSite DEFAULT = new MessageSite(null, "US", null, "#1f5f8b", null, null);

    public MessageSite {
        if (!colour.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("a colour is #rrggbb");
        }
    }

    static MessageSite of(Map<String, MessageSite> sites, String siteId) {
        return sites.getOrDefault(siteId, DEFAULT);
    }
}
