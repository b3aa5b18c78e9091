package carequeue.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** The SQL of the table of events. */
final class EventTable {

    /** Held, shared, by every transaction that has drawn an index and is not yet over. */
    static final long LOCK = 0x43515F4849535459L;

    static final String COLUMNS = "global_index, event_id, aggregate_type, aggregate_id, sequence, name, revision,"
            + " payload, metadata, recorded_at";

    private static final int PARAMETERS = 8;

    private EventTable() {}

    /**
     * Takes the lock, then draws an index for every event and inserts them all, in one round trip.
     *
     * @return the highest index
     */
    static long insert(Connection connection, List<DomainEventMessage<?>> events, Serializer serializer)
            throws SQLException {
        String sql = "select pg_advisory_xact_lock_shared(" + LOCK + "); insert into event (global_index, event_id,"
                + " aggregate_type, aggregate_id, sequence, name, revision, payload, metadata) values "
                + String.join(",", Collections.nCopies(events.size(), "(nextval('event_index'),?,?,?,?,?,?,?,?)"))
                + " returning global_index";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int at = 0;
            for (DomainEventMessage<?> event : events) {
                bind(statement, at, event, serializer);
                at += PARAMETERS;
            }
            statement.execute();
            statement.getMoreResults();
            return highest(statement.getResultSet());
        }
    }

    private static void bind(PreparedStatement s, int at, DomainEventMessage<?> event, Serializer serializer)
            throws SQLException {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        s.setString(at + 1, event.getIdentifier());
        s.setString(at + 2, event.getType());
        s.setString(at + 3, event.getAggregateIdentifier());
        s.setLong(at + 4, event.getSequenceNumber());
        s.setString(at + 5, payload.getType().getName());
        s.setString(at + 6, payload.getType().getRevision());
        s.setBytes(at + 7, payload.getData());
        s.setBytes(at + 8, event.serializeMetaData(serializer, byte[].class).getData());
    }

    private static long highest(ResultSet indices) throws SQLException {
        long highest = 0;
        while (indices.next()) {
            highest = Math.max(highest, indices.getLong(1));
        }
        return highest;
    }

    /** The events with an index above {@code from} up to {@code to}, at most {@code limit} of them. */
    static List<StoredEvent> between(Connection connection, long from, long to, int limit) throws SQLException {
        String sql = "select " + COLUMNS
                + " from event where global_index > ? and global_index <= ? order by global_index limit ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, from);
            statement.setLong(2, to);
            statement.setInt(3, limit);
            return rows(statement.executeQuery());
        }
    }

    private static List<StoredEvent> rows(ResultSet rows) throws SQLException {
        List<StoredEvent> events = new ArrayList<>();
        while (rows.next()) {
            events.add(StoredEvent.of(rows));
        }
        return events;
    }
}
