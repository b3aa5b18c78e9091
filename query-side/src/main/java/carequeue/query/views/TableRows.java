package carequeue.query.views;

import carequeue.api.Sealing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads and writes rows of any view's table, many in one statement. */
@Component
class TableRows {

    private static final int AT_ONCE = 5000;

    private final JdbcTemplate jdbc;
    private final Sealing sealing;
    private final Map<Table<?, ?>, String> saves = new ConcurrentHashMap<>();
    private final Map<Table<?, ?>, String> loads = new ConcurrentHashMap<>();

    TableRows(JdbcTemplate jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** Takes a row that was found. */
    interface Found<K, R> {
        void row(K key, R row, long position);
    }

    <K, R> void load(Table<K, R> table, int generation, List<K> keys, Found<K, R> found) {
        String sql = loads.computeIfAbsent(table, TableSql::load);
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                int at = 0;
                for (Column<K> column : table.keys()) {
                    String[] words = keys.stream()
                            .map(key -> (String) column.written(key))
                            .toArray(String[]::new);
                    statement.setArray(++at, connection.createArrayOf("text", words));
                }
                statement.setInt(++at, generation);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        K key = keys.get(rows.getInt("asked_for") - 1);
                        found.row(key, table.reader().read(rows, sealing), rows.getLong("position"));
                    }
                }
            }
            return null;
        });
    }

    /** Writes rows, always in the order of their keys, so that two who write the same rows do not block each other in a circle. */
    <K, R> void save(Table<K, R> table, int generation, List<Map.Entry<K, Slot<R>>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        rows.sort(Comparator.comparing(entry -> order(table, entry.getKey())));
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            for (int from = 0; from < rows.size(); from += AT_ONCE) {
                write(connection, table, generation, rows.subList(from, Math.min(rows.size(), from + AT_ONCE)));
            }
            return null;
        });
    }

    private static <K> String order(Table<K, ?> table, K key) {
        if (table.keys().size() == 1) {
            return (String) table.keys().get(0).written(key);
        }
        StringBuilder words = new StringBuilder();
        table.keys().forEach(column -> words.append(column.written(key)).append('\u0001'));
        return words.toString();
    }

    private <K, R> void write(
            Connection connection, Table<K, R> table, int generation, List<Map.Entry<K, Slot<R>>> rows)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(saves.computeIfAbsent(table, TableSql::save))) {
            statement.setInt(1, generation);
            int at = 1;
            for (Column<K> column : table.keys()) {
                set(
                        statement,
                        ++at,
                        column,
                        rows.stream().map(Map.Entry::getKey).toList());
            }
            for (Column<R> column : table.values()) {
                setValues(statement, ++at, table, column, rows);
            }
            if (table.changes()) {
                Column<Long> position = new Column<>("position", "bigint", p -> p);
                set(
                        statement,
                        ++at,
                        position,
                        rows.stream().map(entry -> entry.getValue().position()).toList());
            }
            statement.executeUpdate();
        }
    }

    private <K, R> void setValues(
            PreparedStatement statement, int at, Table<K, R> table, Column<R> column, List<Map.Entry<K, Slot<R>>> rows)
            throws SQLException {
        Object[] values = column.array(rows.size());
        for (int i = 0; i < values.length; i++) {
            String key = column.sealed() ? order(table, rows.get(i).getKey()) : null;
            values[i] = column.written(rows.get(i).getValue().row(), key, sealing);
        }
        statement.setArray(at, statement.getConnection().createArrayOf(column.arrayType(), values));
    }

    private static <T> void set(PreparedStatement statement, int at, Column<T> column, List<T> of) throws SQLException {
        Object[] values = column.array(of.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = column.written(of.get(i));
        }
        statement.setArray(at, statement.getConnection().createArrayOf(column.arrayType(), values));
    }

    /** Deletes some rows of a generation; how many there were. */
    int delete(Table<?, ?> table, int generation, int atMost) {
        return jdbc.update(TableSql.delete(table), generation, atMost);
    }
}
