package carequeue.query.views;

import carequeue.api.Facts;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;

/** An event as views are told of it. */
public record Told(EventMessage<?> message, long position) {

    public Object event() {
        return message.getPayload();
    }

    public MetaData facts() {
        return message.getMetaData();
    }

    public String fact(String name) {
        return (String) facts().get(name);
    }

    /** The aggregate that it happened to, or null. */
    public String aggregateId() {
        return message instanceof DomainEventMessage<?> domain ? domain.getAggregateIdentifier() : null;
    }

    public Instant occurredAt() {
        return time(Facts.OCCURRED_AT);
    }

    public Instant recordedAt() {
        return time(Facts.RECORDED_AT);
    }

    private Instant time(String fact) {
        Object said = facts().get(fact);
        return said == null ? message.getTimestamp() : Instant.parse(said.toString());
    }
}
