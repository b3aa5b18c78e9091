package carequeue.command.queue;

import carequeue.api.Refused;
import carequeue.api.queue.QueueState;
import carequeue.api.site.Site;
import carequeue.api.site.Site.ServicePoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/** What the site's set-up allows, and the sentences that say why not. */
record Rules(Site site, String serviceId) {

    /** Refuses arrivals outside the opening hours, naming the next opening. */
    void mustBeOpen(Instant at) {
        if (!site.open(at)) {
            throw closed(site.nextOpening(at));
        }
    }

    /** The refusal of a queue that takes no arrivals any more on its day. */
    Refused closedFor(LocalDate businessDay) {
        Instant nextDay = site.startOf(businessDay.plusDays(1));
        return closed(site.open(nextDay) ? nextDay : site.nextOpening(nextDay));
    }

    private Refused closed(Instant nextOpening) {
        ZonedDateTime local = nextOpening.atZone(site.timeZone()).truncatedTo(ChronoUnit.MINUTES);
        return new Refused.WrongState(
                QueueState.CLOSED.toString(),
                "The queue is closed; it opens next on " + local.format(DateTimeFormatter.ISO_LOCAL_DATE) + " at "
                        + local.format(DateTimeFormatter.ISO_LOCAL_TIME) + " (" + site.timeZone() + ").");
    }

    /** The service point, if it serves this queue. */
    ServicePoint point(String id) {
        ServicePoint point = site.servicePoint(id)
                .orElseThrow(() -> new Refused.AgainstRule(
                        "unknown-service-point",
                        "There is no service point of this name here; this queue has " + points() + "."));
        if (!point.serviceIds().contains(serviceId)) {
            throw new Refused.AgainstRule(
                    "wrong-service-point",
                    point.name() + " does not serve this queue; it is served at " + points() + ".");
        }
        return point;
    }

    private String points() {
        return site.servicePoints().stream()
                .filter(p -> p.serviceIds().contains(serviceId))
                .map(ServicePoint::id)
                .collect(Collectors.joining(", "));
    }

    /** Refuses a service that a patient cannot be sent to now. */
    void mustOffer(String service, Instant at) {
        if (site.service(service).isEmpty()) {
            throw new Refused.AgainstRule(
                    "unknown-service",
                    "There is no such service; " + site.name() + " has "
                            + site.services().stream()
                                    .map(Site.Service::serviceId)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        mustBeOpen(at);
    }
}
