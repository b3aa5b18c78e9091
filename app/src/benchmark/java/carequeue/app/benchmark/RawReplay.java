package carequeue.app.benchmark;

import carequeue.api.queue.QueueEvent.EntryEvent;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;

/**
 * The floor of a replay, on one thread: a cursor over history, the same decoding of the events that the board hears, and for every thousand
 * events one upsert of a full row for each entry, visit and patient that they are about. It folds nothing and loads nothing.
 */
record RawReplay(DataSource database, Serializer serializer) {

    private static final int PAGE = 1000;
    private static final String EVENTS =
            "select global_index, aggregate_id, name, revision, payload from event" + " order by global_index";
    private static final String ENTRY = """
            insert into raw_entry select 0, ?, u.id, u.ticket, 1, 'COMPLETED', 3, u.visit, 'patient', null, null, now(), now(),
                now(), now(), now(), 'room-1', 'Room 1', null, 0, 0, false, null, u.position::bigint
            from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as u(id, ticket, visit, position)
            on conflict (generation, queue_id, entry_id) do update set state = excluded.state,
                called_at = excluded.called_at, started_at = excluded.started_at, ended_at = excluded.ended_at,
                service_point = excluded.service_point, position = excluded.position
            """;
    private static final String OTHER = """
            insert into raw_other select u.id, 'name', u.position::bigint from unnest(?::text[], ?::text[]) as u(id, position)
            on conflict (id) do update set name = excluded.name, position = excluded.position
            """;

    /** Reads, decodes and writes all; how many events it read. */
    long once() throws SQLException {
        try (Connection connection = database.getConnection();
                Connection writes = database.getConnection()) {
            connection.setAutoCommit(false);
            writes.setAutoCommit(false);
            try (PreparedStatement cursor = connection.prepareStatement(EVENTS)) {
                cursor.setFetchSize(PAGE);
                return all(cursor, writes);
            } finally {
                connection.rollback();
            }
        }
    }

    private long all(PreparedStatement cursor, Connection writes) throws SQLException {
        Map<String, Long> entries = new LinkedHashMap<>();
        Map<String, Long> others = new LinkedHashMap<>();
        long read = 0;
        try (ResultSet row = cursor.executeQuery()) {
            while (row.next()) {
                one(row, entries, others);
                if (++read % PAGE == 0) {
                    write(writes, entries, others);
                }
            }
        }
        write(writes, entries, others);
        return read;
    }

    private void one(ResultSet row, Map<String, Long> entries, Map<String, Long> others) throws SQLException {
        String name = row.getString(3);
        if (name.startsWith("queue.") || name.startsWith("patient.") || name.equals("visit.outside-told")) {
            Object event = serializer.deserialize(
                    new SimpleSerializedObject<>(row.getBytes(5), byte[].class, name, row.getString(4)));
            if (event instanceof EntryEvent entry) {
                entries.put(entry.entryId(), row.getLong(1));
            } else {
                others.put(row.getString(2), row.getLong(1));
            }
        }
    }

    private static void write(Connection writes, Map<String, Long> entries, Map<String, Long> others)
            throws SQLException {
        try (PreparedStatement entry = writes.prepareStatement(ENTRY);
                PreparedStatement other = writes.prepareStatement(OTHER)) {
            entry.setString(1, "queue");
            for (int at = 2; at < 5; at++) {
                entry.setArray(at, array(writes, entries.keySet()));
            }
            entry.setArray(5, array(writes, entries.values()));
            other.setArray(1, array(writes, others.keySet()));
            other.setArray(2, array(writes, others.values()));
            entry.executeUpdate();
            other.executeUpdate();
        }
        writes.commit();
        entries.clear();
        others.clear();
    }

    private static Array array(Connection connection, Collection<?> of) throws SQLException {
        return connection.createArrayOf(
                "text", of.stream().map(Object::toString).toArray(String[]::new));
    }
}
