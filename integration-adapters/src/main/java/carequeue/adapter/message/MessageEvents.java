package carequeue.adapter.message;

import carequeue.adapter.outbox.Outbox;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.NotificationEvent.NotificationDispatched;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Hears what patients are to be told and takes it down, by its way; it never calls out. */
@Component
@ProcessingGroup("effect.notify")
@DisallowReplay
public class MessageEvents {

    private final Outbox outbox;
    private final Map<MessageChannel, SendMessage> ways;

    public MessageEvents(Outbox outbox, List<SendMessage> ways) {
        this.outbox = outbox;
        this.ways = ways.stream().collect(Collectors.toUnmodifiableMap(SendMessage::channel, Function.identity()));
    }

    /** One after another to each patient, so that nobody reads of their turn before they read of their place. */
    @EventHandler
    void on(NotificationDispatched event, DomainEventMessage<?> message, TrackingToken token) {
        SendMessage effect = ways.get(event.channel());
        if (effect != null) {
            String key = "notify:" + event.channel() + ":" + event.patientId();
            outbox.plan(message, token.position().orElse(0), effect, key, event.visitId());
        }
    }
}
