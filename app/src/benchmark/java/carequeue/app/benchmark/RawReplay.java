package carequeue.app.benchmark;

import carequeue.api.queue.QueueEvent.EntryEvent;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;

/**
 * The floor of a replay, on one thread: a cursor over history, the same decoding of the events that the board hears, and for every thousand
 * events one upsert of a full row for each entry, patient and queue that they are about, every value of which is sent. It folds nothing and
 * loads nothing; what visits were told outside is decoded and leaves no row, as in the board.
 */
record RawReplay(DataSource database, Serializer serializer) {

    private static final int PAGE = 1000;
    private static final String EVENTS =
            "select global_index, aggregate_id, name, revision, payload from event" + " order by global_index";
    private static final List<String> TEXTS = List.of(
            "queue_id",
            "entry_id",
            "ticket",
            "state",
            "visit_id",
            "patient_id",
            "provider_id",
            "service_point",
            "service_point_name",
            "held",
            "undoable");
    private static final List<String> NUMBERS = List.of("number", "acuity", "recalls", "overtaken", "position");
    private static final List<String> TIMES =
            List.of("slot", "joined_at", "arrived_at", "called_at", "started_at", "ended_at");
    private static final List<String> COLUMNS =
            Stream.of(TEXTS, NUMBERS, TIMES).flatMap(List::stream).toList();
    private static final Map<String, String> CASTS = Map.of("number", "::bigint", "position", "::bigint");
    private static final String ENTRY = "insert into raw_entry (generation, elsewhere, " + String.join(", ", COLUMNS)
            + ") select 0, false, "
            + COLUMNS.stream().map(RawReplay::cast).collect(Collectors.joining(", ")) + " from unnest("
            + String.join(", ", Collections.nCopies(COLUMNS.size(), "?::text[]")) + ") as u("
            + String.join(", ", COLUMNS) + ") on conflict (generation, queue_id, entry_id) do update set "
            + COLUMNS.stream().skip(2).map(c -> c + " = excluded." + c).collect(Collectors.joining(", "));
    private static final String OTHER = """
            insert into raw_other select 0, u.id, 'name', u.position::bigint
            from unnest(?::text[], ?::text[]) as u(id, position)
            on conflict (generation, patient_id) do update set name = excluded.name, position = excluded.position
            """;

    private static String cast(String column) {
        String number = NUMBERS.contains(column) ? CASTS.getOrDefault(column, "::integer") : "";
        return "u." + column + (TIMES.contains(column) ? "::timestamptz" : number);
    }

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
            } else if (!name.startsWith("visit.")) {
                others.put(row.getString(2), row.getLong(1));
            }
        }
    }

    private static void write(Connection writes, Map<String, Long> entries, Map<String, Long> others)
            throws SQLException {
        try (PreparedStatement entry = writes.prepareStatement(ENTRY);
                PreparedStatement other = writes.prepareStatement(OTHER)) {
            for (int at = 0; at < COLUMNS.size(); at++) {
                String column = COLUMNS.get(at);
                boolean number = NUMBERS.contains(column);
                String fixed = TIMES.contains(column) ? "2026-01-05T14:00:00.123456Z" : "queue";
                entry.setArray(
                        at + 1,
                        column.equals("entry_id")
                                ? array(writes, entries.keySet())
                                : number
                                        ? array(writes, entries.values())
                                        : array(writes, Collections.nCopies(entries.size(), fixed)));
            }
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
