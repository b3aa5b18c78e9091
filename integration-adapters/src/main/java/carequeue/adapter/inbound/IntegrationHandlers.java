package carequeue.adapter.inbound;

import carequeue.adapter.outbox.Answer;
import carequeue.adapter.resilience.OutsideFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The table of who handles which kind of news of which system. */
@Component
public class IntegrationHandlers {

    private final Map<String, IntegrationHandler> handlers;

    /** A table of these; two for the same news of the same system are a mistake, said at start. */
    public IntegrationHandlers(List<IntegrationHandler> handlers) {
        this.handlers = handlers.stream()
                .collect(Collectors.toUnmodifiableMap(h -> key(h.service(), h.eventType()), Function.identity()));
    }

    /** Whether anybody handles it. */
    public boolean knows(String service, String eventType) {
        return handlers.containsKey(key(service, eventType));
    }

    /** Reads the news in an envelope and hands it to its handler; news that nobody handles is refused for good. */
    public List<Answer> handle(Envelope envelope) {
        IntegrationEvent event = IntegrationEvent.of(envelope);
        return Optional.ofNullable(handlers.get(key(envelope.service(), event.eventType())))
                .orElseThrow(() ->
                        new OutsideFailure.Rejected(envelope.service(), "sent a kind of news that is not handled"))
                .handle(event, envelope);
    }

    private static String key(String service, String eventType) {
        return service + " " + eventType;
    }
}
