package carequeue.app.phi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everything that a database keeps: its rows, its files, and its write-ahead log from a point on. */
final class Haystack {

    // More than any file of such a small database.
    private static final int AT_MOST = 64 << 20;

    private final JdbcTemplate jdbc;
    private final String firstWal;

    /** From now on. */
    Haystack(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.firstWal = jdbc.queryForObject("select pg_walfile_name(pg_current_wal_insert_lsn())", String.class);
    }

    /** All of it as it is now, by table, file and segment of the log. */
    Map<String, byte[]> contents() {
        Map<String, byte[]> contents = new TreeMap<>();
        tables().forEach(table -> contents.put("table " + table, rows(table)));
        jdbc.execute("checkpoint");
        for (String file : files()) {
            byte[] bytes =
                    jdbc.queryForObject("select pg_read_binary_file(?, 0, " + AT_MOST + ", true)", byte[].class, file);
            if (bytes != null) {
                contents.put(file, bytes);
            }
        }
        return contents;
    }

    private List<String> tables() {
        return jdbc.queryForList("select tablename from pg_tables where schemaname = 'public'", String.class);
    }

    private List<String> files() {
        List<String> files = new ArrayList<>(jdbc.queryForList(
                "select 'pg_wal/' || name from pg_ls_waldir() where name >= ? and name ~ '^[0-9A-F]{24}$'",
                String.class,
                firstWal));
        files.addAll(jdbc.queryForList(
                "select d || '/' || f from (select 'base/' || oid as d from pg_database where datname = current_database())"
                        + " as dir, pg_ls_dir(d) as f",
                String.class));
        return files;
    }

    private byte[] rows(String table) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        jdbc.query("select * from \"" + table + "\"", row -> {
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                all.writeBytes(bytes(row, i));
                all.write('\n');
            }
        });
        return all.toByteArray();
    }

    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        if (row.getMetaData().getColumnTypeName(column).equals("bytea")) {
            byte[] bytes = row.getBytes(column);
            return bytes == null ? new byte[0] : bytes;
        }
        String text = row.getString(column);
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }
}
