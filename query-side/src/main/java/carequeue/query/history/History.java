package carequeue.query.history;

import carequeue.query.live.ViewPositions;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The events of one thing as they stood at a position, and the position that an instant stands for. */
@Component
public class History {

    private static final String SETTLED_BY = "view.audit";

    private final EventStore events;
    private final JdbcClient jdbc;
    private final ViewPositions positions;

    History(EventStore events, JdbcClient jdbc, ViewPositions positions) {
        this.events = events;
        this.jdbc = jdbc;
        this.positions = positions;
    }

    /** The last settled position. */
    public long head() {
        return positions.of(SETTLED_BY);
    }

    /** The last settled position recorded at or before an instant; 0 before the first. */
    public long positionAt(Instant at) {
        return jdbc.sql("select coalesce(max(global_index), 0) from event where recorded_at <= ? and global_index <= ?")
                .params(Timestamp.from(at), head())
                .query(Long.class)
                .single();
    }

    /** When a position, or the last one before it, was recorded; null before the first. */
    public Instant recordedAt(long position) {
        return jdbc.sql("select recorded_at from event where global_index <= ? order by global_index desc limit 1")
                .params(position)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional()
                .orElse(null);
    }

    /** What happened to one thing up to a position, in order. */
    public List<?> of(String aggregateId, long position) {
        long last = jdbc.sql(
                        "select coalesce(max(sequence), -1) from event where aggregate_id = ? and global_index <= ?")
                .params(aggregateId, position)
                .query(Long.class)
                .single();
        // From sequence 0, so that no snapshot stands for the events.
        return last < 0
                ? List.of()
                : events.readEvents(aggregateId, 0)
                        .asStream()
                        .filter(event -> event.getSequenceNumber() <= last)
                        .map(EventMessage::getPayload)
                        .toList();
    }
}
