package carequeue.api;

import java.util.Set;

/**
 * Who acts: a member of staff, a device, a partner or CareQueue itself.
 *
 * @param id the sign-in name
 * @param roles such as {@code front-desk}
 * @param sites the sites the actor may see, {@code *} for all
 * @param source a keyed hash of the network address, or null
 */
public record Actor(String id, Set<String> roles, Set<String> sites, String source) {

    /** CareQueue itself: sagas, deadlines, adapters. */
    public static final Actor SYSTEM = new Actor("system", Set.of("system"), Set.of("*"), null);

    /** Whether the actor may see a site. */
    public boolean mayEnter(String siteId) {
        return sites.contains("*") || sites.contains(siteId);
    }

    /** Whether the actor has one of the roles. */
    public boolean is(String... anyOf) {
        for (String role : anyOf) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }
}
