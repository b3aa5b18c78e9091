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
import java.util.Optional;
import java.util.function.Predicate;
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
        return points(p -> true);
    }

    private String points(Predicate<ServicePoint> those) {
        return site.servicePoints().stream()
                .filter(p -> p.serviceIds().contains(serviceId))
                .filter(those)
                .map(ServicePoint::id)
                .collect(Collectors.joining(", "));
    }

    /** Whether a point is of the kind that the patient, or else the service, needs. */
    boolean fits(Entry entry, ServicePoint point) {
        return need(entry).filter(kind -> !kind.equals(point.kind())).isEmpty();
    }

    /** Refuses a call to a point that is not of the kind needed, naming those that are. */
    void mustFit(Entry entry, ServicePoint point) {
        if (!fits(entry, point)) {
            throw new Refused.AgainstRule(
                    "wrong-kind-of-point",
                    "Ticket " + entry.joined().ticket() + " needs a point of the kind "
                            + need(entry).orElseThrow() + ": "
                            + points(p -> fits(entry, p)) + ".");
        }
    }

    private Optional<String> need(Entry entry) {
        return Optional.ofNullable(entry.marks().needs())
                .or(() -> site.service(serviceId).map(Site.Service::needs));
    }

    /** Refuses a need, or a service for somebody who has it, for which the site has no point; null is no need. */
    void mustHave(String kind) {
        if (kind != null && points(p -> kind.equals(p.kind())).isEmpty()) {
            String kinds = site.servicePoints().stream()
                    .filter(p -> p.serviceIds().contains(serviceId) && p.kind() != null)
                    .map(p -> p.id() + " (" + p.kind() + ")")
                    .collect(Collectors.joining(", "));
            throw new Refused.AgainstRule(
                    "no-point-of-this-kind",
                    "No point that serves " + serviceId + " at " + site.name() + " is of the kind needed; there is "
                            + (kinds.isEmpty() ? "none of any kind" : kinds) + ".");
        }
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
