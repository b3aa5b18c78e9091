package carequeue.api.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Questions about history and their answers. */
public sealed interface AuditQuery {

    /** Events by what they are about; null fields do not restrict. The answer is {@link Trail}. */
    record FindEvents(
            String entity,
            String actor,
            String patient,
            Instant from,
            Instant to,
            String type,
            String cursor,
            int limit)
            implements AuditQuery {}

    /** A page of history. */
    record Trail(List<AuditEvent> items, String nextCursor) {}

    /** One event as it stands in history. */
    record AuditEvent(
            long position,
            String eventId,
            String type,
            int revision,
            String aggregateType,
            String aggregateId,
            long sequence,
            Instant at,
            Instant occurredAt,
            AuditActor actor,
            String channel,
            String site,
            String businessDay,
            String reason,
            String correlationId,
            String causationId,
            Map<String, Object> payload) {}

    /** Who acted. */
    record AuditActor(String id, Set<String> roles) {}
}
