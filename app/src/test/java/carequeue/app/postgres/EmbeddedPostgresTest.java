package carequeue.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.app.start.CannotStart;
import carequeue.app.start.DataDirectory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    private static final String VERSION = System.getProperty("carequeue.test.postgres", "17.11.0");

    @TempDir
    Path directory;

    @Test
    void keepsItsDataOverAStopAndOverAKill() throws Exception {
        DataDirectory data = new DataDirectory(directory.resolve("cq"));
        try (EmbeddedPostgres first = new EmbeddedPostgres(data, VERSION)) {
            run(first, "create table kept (a int)", "insert into kept values (1)");
            EmbeddedPostgres second = new EmbeddedPostgres(data, VERSION);
            assertThat(second.connection())
                    .as("the one still running is taken over")
                    .isEqualTo(first.connection());
            run(second, "insert into kept values (2)");
        }
        killed(data);
        try (EmbeddedPostgres later = new EmbeddedPostgres(data, VERSION)) {
            assertThat(one(later, "select sum(a) from kept")).isEqualTo("3");
            assertThat(one(later, "show fsync")).isEqualTo("on");
        }
    }

    /** What a kill -9 of everything leaves: the pid file, its number by now another program's. */
    private void killed(DataDirectory data) throws Exception {
        Path cluster = data.resolve("postgres").resolve("data");
        Files.writeString(
                cluster.resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + cluster + "\n1\n1\n\n127.0.0.1\n");
    }

    @Test
    void neverTalksToAStrangerOnItsPort() throws Exception {
        DataDirectory data = new DataDirectory(directory.resolve("cq"));
        Path memory = Files.createDirectories(data.resolve("postgres")).resolve("port");
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(memory, Integer.toString(stranger.getLocalPort()));
            assertThat(PostgresPort.choose(memory)).isNotEqualTo(stranger.getLocalPort());
        }
    }

    @Test
    void keepsASecondCareQueueOutOfTheDataDirectory() {
        try (DataDirectory first = new DataDirectory(directory.resolve("cq")).lock()) {
            assertThatThrownBy(() -> new DataDirectory(directory.resolve("cq")).lock())
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Another CareQueue is using the data directory " + first);
        }
        new DataDirectory(directory.resolve("cq")).lock().close();
    }

    @Test
    void keepsItsSecretsToItself() throws Exception {
        DataDirectory data = new DataDirectory(directory.resolve("cq"));
        assertThat(data.secret("some-secret", 18)).hasSizeGreaterThan(20).isEqualTo(data.secret("some-secret", 18));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("some-secret"))))
                .isEqualTo("rw-------");
    }

    private static void run(EmbeddedPostgres postgres, String... statements) throws Exception {
        try (Connection c = postgres.connection().open();
                Statement s = c.createStatement()) {
            for (String statement : statements) {
                s.execute(statement);
            }
        }
    }

    private static String one(EmbeddedPostgres postgres, String query) throws Exception {
        try (Connection c = postgres.connection().open();
                Statement s = c.createStatement();
                ResultSet row = s.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
