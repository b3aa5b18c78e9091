package carequeue.app.kill;

import carequeue.app.postgres.EmbeddedPostgres;
import carequeue.app.postgres.PostgresConnection;
import carequeue.app.start.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A real, durable PostgreSQL of processes of its own, which can be killed and started again on the same port. */
final class Database implements AutoCloseable {

    private final DataDirectory directory;
    private final String version;
    private EmbeddedPostgres postgres;

    Database(Path directory) {
        this.directory = new DataDirectory(directory);
        this.version = version();
        start();
    }

    /** Starts it as a service manager would; it recovers by itself. */
    void start() {
        postgres = new EmbeddedPostgres(directory, version);
    }

    /** Kills the postmaster and everything it started, none of them asked. */
    void kill() {
        ProcessHandle postmaster = ProcessHandle.of(postmaster()).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    private long postmaster() {
        try {
            return Long.parseLong(Files.readAllLines(postgres.where().resolve("postmaster.pid"))
                    .get(0)
                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the application reaches a database of the server. */
    PostgresConnection connection(String database) {
        PostgresConnection own = postgres.connection();
        return new PostgresConnection(own.url().replaceFirst("[^/]*$", database), own.username(), own.password());
    }

    /** The history and everything beside it. */
    JdbcTemplate jdbc() {
        return jdbc("carequeue");
    }

    JdbcTemplate jdbc(String database) {
        return new JdbcTemplate(dataSource(database));
    }

    DriverManagerDataSource dataSource(String database) {
        PostgresConnection c = connection(database);
        return new DriverManagerDataSource(c.url(), c.username(), c.password());
    }

    private static String version() {
        try (var settings = Database.class.getResourceAsStream("/application.yml")) {
            return new String(settings.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .replaceAll("(?s).*postgres-version: \"([0-9.]+)\".*", "$1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        postgres.close();
    }
}
