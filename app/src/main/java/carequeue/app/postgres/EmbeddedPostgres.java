package carequeue.app.postgres;

import carequeue.app.start.CannotStart;
import carequeue.app.start.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL of our own beside the application, durable, its data kept in the data directory. */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final Path home;
    private final Path cluster;
    private final String password;
    private final PostgresPrograms programs;
    private final int port;

    /** Starts it, or takes over the one that an application killed earlier has left running. */
    public EmbeddedPostgres(DataDirectory data, String version) {
        this.home = data.resolve("postgres");
        this.cluster = home.resolve("data");
        this.password = data.secret("database-password", 32);
        try {
            Files.createDirectories(home);
            Path bin = PostgresBinaries.unpack(home, version);
            this.programs = PostgresPrograms.in(home, bin);
            initialise(version);
            this.port = start();
        } catch (IOException e) {
            throw new CannotStart("The embedded PostgreSQL in " + home + " cannot be started: " + e.getMessage(), e);
        }
        new PostgresCheck(connection("postgres"), cluster).durableAndOurs().createDatabase("carequeue");
    }

    private void initialise(String version) throws IOException {
        if (Files.exists(cluster)) {
            String major = Files.readString(cluster.resolve("PG_VERSION")).strip();
            if (!version.startsWith(major + ".")) {
                throw new CannotStart(
                        "The data in " + cluster + " are of PostgreSQL " + major + ", this CareQueue brings " + version
                                + ": export them with the older one, or choose another directory with CAREQUEUE_DATA.");
            }
            return;
        }
        Path part = home.resolve("data.part");
        FileSystemUtils.deleteRecursively(part);
        Path secret = Files.createTempFile(home, "password", "");
        try {
            Files.writeString(secret, password);
            programs.handOver(secret);
            programs.run(
                    home.resolve("log"),
                    "initdb",
                    "-D",
                    part.toString(),
                    "-U",
                    "carequeue",
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + secret,
                    "-E",
                    "UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--data-checksums",
                    "--no-instructions");
        } finally {
            Files.delete(secret);
        }
        // A start that is killed in the middle of this leaves no half-made cluster behind.
        Files.move(part, cluster);
    }

    private int start() throws IOException {
        Integer orphan = new Orphan(cluster, this::connection).port();
        if (orphan != null) {
            log.info("The embedded PostgreSQL still runs on port {}: taken over", orphan);
            return orphan;
        }
        int chosen = PostgresPort.choose(home.resolve("port"));
        Path settings = cluster.resolve("postgresql.conf");
        Files.writeString(settings, PostgresSettings.text(chosen));
        programs.handOver(settings);
        programs.run(
                home.resolve("log"),
                "pg_ctl",
                "start",
                "-w",
                "-t",
                "60",
                "-s",
                "-D",
                cluster.toString(),
                "-l",
                home.resolve("server-log").toString());
        return chosen;
    }

    private PostgresConnection connection(String database) {
        return connection(port, database);
    }

    private PostgresConnection connection(int onPort, String database) {
        return new PostgresConnection("jdbc:postgresql://127.0.0.1:" + onPort + "/" + database, "carequeue", password);
    }

    /** How to reach the database of the application. */
    public PostgresConnection connection() {
        return connection("carequeue");
    }

    /** Where its data are. */
    public Path where() {
        return cluster;
    }

    @Override
    public void close() {
        try {
            programs.run(
                    home.resolve("log"),
                    "pg_ctl",
                    "stop",
                    "-m",
                    "fast",
                    "-w",
                    "-t",
                    "60",
                    "-s",
                    "-D",
                    cluster.toString());
        } catch (IOException | CannotStart e) {
            log.warn("The embedded PostgreSQL did not stop in time; the next start takes it over");
        }
    }
}
