package carequeue.adapter.outbox;

import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** History, as far as an effect has to read it again; so nothing personal is copied into the ledger. */
@Component
public class PastEvents {

    private final EventStore events;
    private final TransactionTemplate transaction;

    public PastEvents(EventStore events, TransactionTemplate transaction) {
        this.events = events;
        this.transaction = transaction;
    }

    /** The event at a place of an aggregate's stream. */
    public EventMessage<?> at(String aggregateId, long sequence) {
        return transaction.execute(
                status -> events.readEvents(aggregateId, sequence).next());
    }

    /** The same as far as it happened before a place of the stream. */
    public <T> Stream<T> of(String aggregateId, Class<T> type, long before) {
        return transaction.execute(status -> events
                .readEvents(aggregateId, 0)
                .asStream()
                .takeWhile(event -> event.getSequenceNumber() < before)
                .map(EventMessage::getPayload)
                .filter(type::isInstance)
                .map(type::cast)
                .toList()
                .stream());
    }

    /** What happened to an aggregate of one kind of event, in order; nothing when it does not exist. */
    public <T> Stream<T> of(String aggregateId, Class<T> type) {
        return transaction.execute(status -> events
                .readEvents(aggregateId)
                .asStream()
                .map(EventMessage::getPayload)
                .filter(type::isInstance)
                .map(type::cast)
                .toList()
                .stream());
    }
}
