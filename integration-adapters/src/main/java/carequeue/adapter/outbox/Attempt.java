package carequeue.adapter.outbox;

import carequeue.api.Facts;
import java.time.Instant;
import org.axonframework.eventhandling.EventMessage;

/**
 * One try at an effect.
 *
 * @param row the ledger's row
 * @param event the event that asked for the effect
 */
public record Attempt(Row row, EventMessage<?> event) {

    /** What the event says. */
    public <T> T says(Class<T> type) {
        return type.cast(event.getPayload());
    }

    /** When it happened, which may be earlier than it was recorded. */
    public Instant happenedAt() {
        return event.getMetaData().get(Facts.OCCURRED_AT) instanceof String at
                ? Instant.parse(at)
                : event.getTimestamp();
    }

    /** Whether nobody has tried before. */
    public boolean first() {
        return row.attempts() == 1;
    }

    /**
     * A row of the ledger while it is leased.
     *
     * @param correlationId the visit, or null
     * @param attempts counted from 1
     * @param inDoubt whether an earlier attempt may have reached the outside without our knowing
     */
    public record Row(
            long id,
            String eventId,
            String effect,
            String service,
            String aggregateId,
            long sequence,
            String sequenceKey,
            String correlationId,
            int attempts,
            boolean inDoubt) {}
}
