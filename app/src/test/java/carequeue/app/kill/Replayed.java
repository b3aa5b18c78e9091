package carequeue.app.kill;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * An empty database that is given the events, the keys and what keeps things from being done twice: everything that follows history begins anew
 * from its beginning, views, processes and effects alike.
 */
final class Replayed {

    static final String DATABASE = "replayed";

    /** Who has the turn of the syncs in the copy. */
    static final String PROOF = "the proof";

    // What others refer to comes first.
    private static final List<String> GIVEN = List.of(
            "key_epoch", "patient_key", "claimed_key", "event", "effect", "repeat", "ehr_link", "integration_lease");

    private static final String FROM_THE_BEGINNING = """
            insert into token (processor_name, segment, token, token_type)
            values (?, ?, convert_to('{"globalIndex":0}', 'UTF8'), ?)""";

    private final Database server;

    Replayed(Database server) {
        this.server = server;
    }

    void make() {
        JdbcTemplate original = server.jdbc();
        original.execute("drop database if exists " + DATABASE + " with (force)");
        original.execute("create database " + DATABASE);
        DriverManagerDataSource fresh = server.dataSource(DATABASE);
        Flyway.configure().dataSource(fresh).outOfOrder(true).load().migrate();
        GIVEN.forEach(table -> copy(original, fresh, table));
        JdbcTemplate replayed = new JdbcTemplate(fresh);
        replayed.execute("select setval('event_index', (select max(global_index) from event))");
        // The sync of the day's appointments has nothing to do with history and would only be counted: somebody else is
        // at it.
        replayed.execute("insert into integration_lease (name, holder, leased_until)"
                + " values ('sync.ehr', '" + PROOF + "', now() + interval '1 hour') on conflict (name)"
                + " do update set holder = excluded.holder, leased_until = excluded.leased_until");
        original.query("select processor_name, segment, token_type from token", row -> {
            replayed.update(FROM_THE_BEGINNING, row.getString(1), row.getInt(2), row.getString(3));
        });
    }

    private static void copy(JdbcTemplate from, DriverManagerDataSource to, String table) {
        try (Connection source = from.getDataSource().getConnection();
                Connection target = to.getConnection();
                PipedOutputStream out = new PipedOutputStream();
                InputStream in = new PipedInputStream(out, 1 << 16)) {
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(source, table, out));
            target.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin", in);
            writing.join();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Connection source, String table, PipedOutputStream out) {
        try (out) {
            source.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", out);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
