package carequeue.query.history;

import carequeue.api.Refused;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import carequeue.query.live.ViewPositions;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The events of one thing as they stood at a position, and the position that an instant stands for. */
@Component
public class History {

    /** The view whose position says how far history is settled. */
    public static final String SETTLED_BY = "view.audit";

    private final EventStore events;
    private final JdbcClient jdbc;
    private final ViewPositions positions;
    private final Clock clock;

    History(EventStore events, JdbcClient jdbc, ViewPositions positions, Clock clock) {
        this.events = events;
        this.jdbc = jdbc;
        this.positions = positions;
        this.clock = clock;
    }

    /** The moment of an instant or of a position, of which exactly one is given. */
    public Past past(Instant at, Long position) {
        if ((at == null) == (position == null)) {
            throw new Refused.BadField(at == null ? "/at" : "/position", "give either at or position");
        } else if (position != null) {
            long settled = Math.min(position, head());
            return new Past(settled, recordedAt(settled));
        }
        Instant now = clock.instant();
        Instant then = at.isAfter(now) ? now : at.isBefore(Instant.EPOCH) ? Instant.EPOCH : at;
        return new Past(positionAt(then), then);
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

    /** Who a patient was at a position, by the patient's own events. */
    public Optional<Demographics> patient(String patientId, long position) {
        Demographics who = null;
        for (Object event : of(patientId, position)) {
            if (event instanceof PatientRegistered e) {
                who = e.demographics();
            } else if (event instanceof PatientRecorded e) {
                who = e.demographics();
            }
        }
        return Optional.ofNullable(who);
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
