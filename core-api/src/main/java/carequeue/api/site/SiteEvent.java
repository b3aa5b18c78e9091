package carequeue.api.site;

import carequeue.api.Claims;
import carequeue.api.EventName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** What happened to the set-up of a site. */
public sealed interface SiteEvent {

    /** The kind of the key by which every site is known. */
    String SITE = "site";

    /** The site. */
    String siteId();

    /** The site was set up, or set up otherwise; {@code version} counts from 1. */
    @EventName("site.set-up")
    record SiteSetUp(String siteId, int version, SetUp setUp, Instant effectiveFrom, Instant at)
            implements SiteEvent, Claims {
        @Override
        public Set<Key> takes() {
            return Set.of(new Key(SITE, "*", siteId));
        }
    }

    /** A policy got new values; {@code to} holds only them. */
    @EventName("site.policy-set")
    record PolicySet(String siteId, String policy, int version, Policies to, Instant effectiveFrom, Instant at)
            implements SiteEvent {}

    @EventName("site.provider-signed-on")
    record ProviderSignedOn(String siteId, String servicePoint, String providerId, Instant at) implements SiteEvent {}

    @EventName("site.provider-signed-off")
    record ProviderSignedOff(String siteId, String servicePoint, String providerId, Instant at) implements SiteEvent {}

    /** A provider is not there; {@code until} is null while nobody knows for how long. */
    @EventName("site.provider-unavailable")
    record ProviderUnavailable(String siteId, String providerId, Instant from, Instant until, String reason, Instant at)
            implements SiteEvent {}

    @EventName("site.provider-available")
    record ProviderAvailable(String siteId, String providerId, Instant at) implements SiteEvent {}

    /** A task for a business day is due; {@code from} is where its part begins, or null for its beginning. */
    @EventName("site.task-due")
    record TaskDue(String siteId, SiteTask task, LocalDate day, String from, Instant at) implements SiteEvent {}
}
