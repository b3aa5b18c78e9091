package carequeue.adapter.message;

import carequeue.adapter.DemonstrationSite;
import carequeue.adapter.filter.FilterBench;
import carequeue.adapter.outbox.Dispatcher;
import carequeue.adapter.outbox.OutboxBench;
import carequeue.adapter.outbox.PastEvents;
import carequeue.adapter.resilience.Guards;
import carequeue.api.Phi;
import carequeue.api.Sealing;
import carequeue.api.notification.DeliveryStatus;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.MessageTemplate;
import carequeue.api.notification.NotificationCommand.RecordDelivery;
import carequeue.api.notification.NotificationEvent.NotificationDispatched;
import carequeue.api.notification.NotificationEvent.NotificationRequested;
import carequeue.api.notification.NotifyPolicy;
import carequeue.api.patient.PatientCommand.ChangeConsent;
import carequeue.api.visit.PatientLinks;
import carequeue.sandbox.Sandbox;
import carequeue.store.BlindIndexKey;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;

/** Messages on their way: a real database, a ledger, and the sandbox as the outside. */
public final class MessageBench implements AutoCloseable {

    public final OutboxBench bench;
    public final Sandbox.Running sandbox;
    public final Sealing sealing = new Sealing(
            (patient, tag, value) -> Base64.getEncoder().encodeToString(value),
            (patient, tag, value) -> Base64.getEncoder().encodeToString(value),
            (tag, kept) ->
                    new Sealing.Opened(null, Optional.of(Base64.getDecoder().decode(kept))),
            new BlindIndexKey(new byte[32])::hash);
    public final Attempts attempts;
    public final Stops stops;
    public final Standing standing;
    public final MessageSettings settings = new MessageSettings(Map.of());
    public final PublicAddress ours = new PublicAddress("https://clinic.example");
    public final PatientPages pages = new PatientPages(sealing, ours);
    public final Links links;
    public final Looks looks;
    public final Guards guards = SandboxDoors.guards();
    private AnnotationEventHandlerAdapter handler;

    public MessageBench(Path directory) {
        this(directory, new OutboxBench());
    }

    /** With an outbox of other settings. */
    public MessageBench(Path directory, OutboxBench outbox) {
        bench = outbox.hearing(RecordDelivery.class, ChangeConsent.class);
        attempts = new Attempts(bench.jdbc, bench.transaction, sealing);
        stops = new Stops(bench.jdbc, bench.transaction, sealing);
        standing = new Standing(new PastEvents(bench.events, bench.transaction), stops, Clock.systemUTC());
        var tokens = new PatientLinks(sealing, DemonstrationSite.sites(), Clock.systemUTC());
        links = new Links(bench.jdbc, bench.transaction, sealing, tokens);
        looks = new Looks(bench.jdbc, bench.transaction, settings);
        sandbox = Sandbox.start(directory, 0);
    }

    /** A node that carries out this effect; not started. */
    public Dispatcher node(SendMessage effect) {
        hears(List.of(effect));
        return bench.node(effect);
    }

    /** What happens from now on is planned for these. */
    void hears(List<SendMessage> effects) {
        handler = new AnnotationEventHandlerAdapter(new MessageEvents(bench.outbox, effects));
    }

    /** A way of telling, as it is wired in production. */
    public SendMessage by(Way way) {
        return new SendMessage(way, attempts, standing, DemonstrationSite.sites(), FilterBench.on(bench), looks);
    }

    /** A message is asked for and goes out. */
    public NotificationDispatched goesOut(
            String id, MessageChannel channel, String patientId, String address, Instant receiptBy) {
        Instant now = Instant.now();
        MessageTemplate template = MessageTemplate.PLACED;
        Map<String, String> words = Map.of("site", "Main Street Clinic", "ticket", "A001");
        happens(
                id,
                new NotificationRequested(
                        id,
                        "main",
                        patientId,
                        "visit-" + id,
                        null,
                        "placed:" + id,
                        template.kind(),
                        template.toString(),
                        template.version(),
                        words,
                        null,
                        now.plusSeconds(3600),
                        NotifyPolicy.DEFAULT,
                        now));
        var dispatched = new NotificationDispatched(
                id,
                "visit-" + id,
                patientId,
                1,
                channel,
                Phi.of(address),
                "en",
                template.toString(),
                template.version(),
                words,
                receiptBy,
                now);
        happens(id, dispatched);
        return dispatched;
    }

    public NotificationDispatched goesOut(String id, MessageChannel channel, String address) {
        return goesOut(id, channel, "patient-" + id, address, Instant.now().plusSeconds(300));
    }

    /** The event gets into history and is heard, as a processor of the group would hear it. */
    public void happens(String aggregateId, Object event) {
        var message = bench.happened(aggregateId, event);
        var token = new GlobalSequenceTrackingToken(bench.nextPosition());
        bench.transaction.executeWithoutResult(status -> {
            try {
                handler.handle(new GenericTrackedDomainEventMessage<>(token, message));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** What the clinic was told. */
    public <T> List<T> told(Class<T> type) {
        return bench.commands.stream()
                .map(command -> command.getPayload())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    public List<DeliveryStatus> statuses() {
        return told(RecordDelivery.class).stream().map(RecordDelivery::status).toList();
    }

    /** Breaks or mends a service of the sandbox. */
    public void faults(String service, String faults) {
        post("/faults", "application/json", "{\"service\":\"" + service + "\"" + faults + "}");
    }

    public void post(String path, String type, String body) {
        SandboxDoors.post(sandbox.url() + path, type, body);
    }

    public String get(String path) {
        return SandboxDoors.get(sandbox.url() + path);
    }

    @Override
    public void close() {
        sandbox.close();
        bench.close();
    }
}
