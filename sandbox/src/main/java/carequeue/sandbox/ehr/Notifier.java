package carequeue.sandbox.ehr;

import ca.uhn.fhir.context.FhirContext;
import carequeue.sandbox.ehr.EventLog.Event;
import carequeue.sandbox.fault.WebhookSender;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;

/** Tells subscribers what was written, each as they asked for it. */
final class Notifier {

    private static final Set<String> TOLD = Set.of("Patient", "Appointment");
    private static final String JSON = "application/fhir+json";

    private final FhirContext fhir;
    private final Records records;
    private final EventLog log;
    private final WebhookSender sender;
    private final Clock clock;
    private final Notifications notifications;

    Notifier(FhirContext fhir, Records records, EventLog log, WebhookSender sender, Clock clock) {
        this.fhir = fhir;
        this.records = records;
        this.log = log;
        this.sender = sender;
        this.clock = clock;
        this.notifications = new Notifications(clock);
        records.listen(this::written);
    }

    private void written(Resource resource) {
        if (TOLD.contains(resource.fhirType())) {
            records.all(Subscription.class)
                    .filter(this::active)
                    .filter(subscription -> asksFor(subscription, resource.fhirType()))
                    .forEach(subscription -> tell(subscription, resource));
        }
    }

    private boolean active(Subscription subscription) {
        boolean ended =
                subscription.hasEnd() && subscription.getEnd().toInstant().isBefore(clock.instant());
        return subscription.getStatus() == SubscriptionStatus.ACTIVE && !ended;
    }

    static boolean byTopic(Subscription subscription) {
        return Systems.CHANGES.equals(subscription.getCriteria());
    }

    private static boolean asksFor(Subscription subscription, String type) {
        return byTopic(subscription)
                || subscription.getCriteria().split("\\?", 2)[0].equals(type);
    }

    private void tell(Subscription subscription, Resource resource) {
        String focus = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        boolean deleted = Deleted.is(resource);
        if (byTopic(subscription)) {
            String id = subscription.getIdElement().getIdPart();
            Event event = log.add(id, focus, deleted, clock.instant());
            post(subscription, notifications.of(id, "active", "event-notification", event.number(), List.of(event)));
        } else if (!subscription.getChannel().hasPayload()) {
            sender.send(request(subscription, "").POST(BodyPublishers.noBody()).build());
        } else if (deleted) {
            sender.send(request(subscription, "/" + focus).DELETE().build());
        } else {
            String body = fhir.newJsonParser().encodeResourceToString(resource);
            sender.send(request(subscription, "/" + focus)
                    .header("Content-Type", JSON)
                    .PUT(BodyPublishers.ofString(body))
                    .build());
        }
    }

    /** The first notification, by which a subscriber by topic knows that they will be told. */
    void handshake(Subscription subscription) {
        String id = subscription.getIdElement().getIdPart();
        post(subscription, notifications.of(id, "requested", "handshake", log.count(id), List.of()));
    }

    /** What a subscription was told, once more. */
    Bundle events(String subscription, long from, long to) {
        List<Event> events = log.between(subscription, from, to);
        return notifications.of(subscription, "active", "query-event", log.count(subscription), events);
    }

    /** How a subscription stands. */
    Bundle status(Subscription subscription) {
        String id = subscription.getIdElement().getIdPart();
        return notifications.of(id, subscription.getStatus().toCode(), "query-status", log.count(id), List.of());
    }

    private void post(Subscription subscription, Bundle bundle) {
        String body = fhir.newJsonParser().encodeResourceToString(bundle);
        sender.send(request(subscription, "")
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static HttpRequest.Builder request(Subscription subscription, String path) {
        var channel = subscription.getChannel();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(channel.getEndpoint() + path)).timeout(Duration.ofSeconds(5));
        channel.getHeader().forEach(header -> {
            String[] parts = header.getValue().split(":", 2);
            request.header(parts[0].strip(), parts[1].strip());
        });
        return request;
    }
}
