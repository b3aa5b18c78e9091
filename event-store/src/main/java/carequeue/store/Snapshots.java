package carequeue.store;

import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.JdbcTemplate;

/** The newest snapshot of each aggregate. */
final class Snapshots {

    private static final String STORE = "insert into snapshot (aggregate_id, aggregate_type, sequence, event_id, name,"
            + " revision, payload, metadata) values (?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (aggregate_id) do update set aggregate_type = excluded.aggregate_type,"
            + " sequence = excluded.sequence, event_id = excluded.event_id, name = excluded.name,"
            + " revision = excluded.revision, payload = excluded.payload, metadata = excluded.metadata,"
            + " recorded_at = excluded.recorded_at where snapshot.sequence <= excluded.sequence";

    static final String READ =
            "select 0, " + EventTable.COLUMNS.replace("global_index, ", "") + " from snapshot where aggregate_id = ?";

    private final JdbcTemplate jdbc;

    Snapshots(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Passes over a snapshot of another revision or of a class that is gone: the aggregate is then told its whole history. */
    static SnapshotFilter ofToday(Serializer serializer) {
        return snapshot -> {
            SerializedType type = snapshot.getPayload().getType();
            try {
                return serializer.typeForClass(serializer.classForType(type)).equals(type);
            } catch (Unreadable gone) {
                return false;
            }
        };
    }

    void store(DomainEventMessage<?> snapshot, Serializer serializer) {
        SerializedObject<byte[]> payload = snapshot.serializePayload(serializer, byte[].class);
        jdbc.update(
                STORE,
                snapshot.getAggregateIdentifier(),
                snapshot.getType(),
                snapshot.getSequenceNumber(),
                snapshot.getIdentifier(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                snapshot.serializeMetaData(serializer, byte[].class).getData());
    }

    Optional<StoredEvent> read(String aggregateId) {
        return jdbc.query(READ, (row, n) -> StoredEvent.of(row), aggregateId).stream()
                .findFirst();
    }
}
