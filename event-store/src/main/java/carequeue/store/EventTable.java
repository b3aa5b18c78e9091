package carequeue.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The SQL of the table of events. */
final class EventTable {

    /** Held, shared, by every transaction that has drawn an index and is not yet over. */
    static final long LOCK = 0x43515F4849535459L;

    static final String COLUMNS = "global_index, event_id, aggregate_type, aggregate_id, sequence, name, revision,"
            + " payload, metadata, recorded_at";

    private EventTable() {}

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

    /** All events with an index above {@code from} up to {@code to}, without those kinds, each as {@link StableNames#kinds} gives it. */
    static List<StoredEvent> between(Connection connection, long from, long to, String[] without) throws SQLException {
        String sql = "select " + COLUMNS + " from event where global_index > ? and global_index <= ?"
                + " and name || ' ' || coalesce(revision, '') <> all (?) order by global_index";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, from);
            statement.setLong(2, to);
            statement.setArray(3, connection.createArrayOf("text", without));
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
