package carequeue.command.site;

import carequeue.api.Refused;
import carequeue.api.site.Site;
import carequeue.api.site.Site.Provider;
import carequeue.api.site.Site.ServicePoint;
import carequeue.api.site.SiteEvent;
import carequeue.api.site.SiteEvent.ProviderSignedOff;
import carequeue.api.site.SiteEvent.ProviderSignedOn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Who serves at which point of a site, and who may. */
record Points(Site site, Instant at) {

    /** A provider comes to a point, and leaves the one they were at. */
    List<SiteEvent> signOn(String pointId, String providerId) {
        ServicePoint point = point(pointId);
        mustKnow(providerId);
        if (providerId.equals(point.providerId())) {
            return List.of();
        }
        if (point.providerId() != null) {
            throw new Refused.WrongState(
                    "signed-on", point.name() + " is taken by " + point.providerId() + ", who has to sign off first.");
        }
        if (site.away().contains(providerId)) {
            throw new Refused.WrongState(
                    "unavailable", "The provider is reported as unavailable; report them available first.");
        }
        List<SiteEvent> events = new ArrayList<>();
        site.servicePoints().stream()
                .filter(p -> providerId.equals(p.providerId()))
                .forEach(p -> events.add(new ProviderSignedOff(site.siteId(), p.id(), providerId, at)));
        events.add(new ProviderSignedOn(site.siteId(), pointId, providerId, at));
        return events;
    }

    /** Whoever is at a point leaves it, if it is the one who is named. */
    List<SiteEvent> signOff(String pointId, String providerId) {
        ServicePoint point = point(pointId);
        if (point.providerId() == null) {
            return List.of();
        }
        if (providerId != null && !providerId.equals(point.providerId())) {
            throw new Refused.WrongState(
                    "signed-on",
                    "Not this provider is signed on at " + point.name() + " but " + point.providerId() + ".");
        }
        return List.of(new ProviderSignedOff(site.siteId(), pointId, point.providerId(), at));
    }

    /** Refuses a provider whom the site does not list, where it lists any. */
    void mustKnow(String providerId) {
        List<String> known = site.providers().stream().map(Provider::providerId).toList();
        if (!known.isEmpty() && !known.contains(providerId)) {
            throw new Refused.AgainstRule(
                    "unknown-provider",
                    "There is no such provider here; " + site.name() + " has " + String.join(", ", known) + ".");
        }
    }

    private ServicePoint point(String id) {
        return site.servicePoint(id)
                .orElseThrow(() -> new Refused.AgainstRule(
                        "unknown-service-point",
                        "There is no service point of this name here; " + site.name() + " has "
                                + site.servicePoints().stream()
                                        .map(ServicePoint::id)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
