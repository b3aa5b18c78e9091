package carequeue.api.site;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders about the set-up of a site. */
public sealed interface SiteCommand {

    /** The site. */
    String siteId();

    /**
     * Sets a new site up.
     *
     * @param policies null for those that every site starts with
     */
    record FoundSite(@TargetAggregateIdentifier String siteId, SetUp setUp, Policies policies) implements SiteCommand {}

    /**
     * Sets a site up otherwise; answers the new version.
     *
     * @param effectiveFrom null for now; never in the past
     * @param basedOn the version that was changed
     */
    record ChangeSite(@TargetAggregateIdentifier String siteId, SetUp setUp, Instant effectiveFrom, int basedOn)
            implements SiteCommand {}

    /**
     * Gives a policy new values; answers its new version, which the values name.
     *
     * @param effectiveFrom null for now; never in the past
     */
    record SetPolicy(@TargetAggregateIdentifier String siteId, String policy, Policies to, Instant effectiveFrom)
            implements SiteCommand {}

    /** A provider begins to serve at a point, and ends elsewhere; harmless when they are there already. */
    record SignOn(@TargetAggregateIdentifier String siteId, String servicePoint, String providerId)
            implements SiteCommand {}

    /** A provider ends at a point; harmless when nobody is signed on. {@code providerId} is null for whoever it is. */
    record SignOff(@TargetAggregateIdentifier String siteId, String servicePoint, String providerId)
            implements SiteCommand {}

    /** A provider cannot see patients, {@code from} null for now, {@code until} null for an open end. */
    record ReportUnavailable(
            @TargetAggregateIdentifier String siteId, String providerId, Instant from, Instant until, String reason)
            implements SiteCommand {}

    /** The provider is there again. */
    record ReportAvailable(@TargetAggregateIdentifier String siteId, String providerId) implements SiteCommand {}

    /**
     * A task of the site for a business day is due, or the next part of it.
     *
     * @param from where the part begins, as the list it goes through says, or null for its beginning
     */
    record BeginTask(@TargetAggregateIdentifier String siteId, SiteTask task, LocalDate day, String from)
            implements SiteCommand {}
}
