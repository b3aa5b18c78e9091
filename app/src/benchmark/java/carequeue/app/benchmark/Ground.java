package carequeue.app.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the machine and the database do on their own in the same run, without which no figure says anything. */
final class Ground {

    private static final int TIMES = 500;
    private static final int BLOCK = 8192;

    private final DataSource database;

    Ground(DataSource database) {
        this.database = database;
    }

    String describe() throws IOException, SQLException {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        List<String> off = new ArrayList<>();
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            if (!"on".equals(jdbc.queryForObject("show " + setting, String.class))) {
                off.add(setting);
            }
        }
        if (!off.isEmpty()) {
            throw new IllegalStateException("not durable: " + off);
        }
        Path data = Path.of(jdbc.queryForObject("show data_directory", String.class));
        return String.format(
                Locale.ROOT,
                "PostgreSQL %s, durable (fsync, synchronous_commit, full_page_writes on); fdatasync of its directory %s; `select 1` %s;"
                        + " %d cores, load %.1f, JDK %s.",
                jdbc.queryForObject("show server_version", String.class),
                sync(data),
                select(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.version());
    }

    private static Times sync(Path directory) throws IOException {
        Path file = directory.resolve("benchmark.tmp");
        List<Long> nanos = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < TIMES; i++) {
                channel.write(ByteBuffer.allocate(BLOCK), (i % 64) * (long) BLOCK);
                long began = System.nanoTime();
                channel.force(false);
                nanos.add(System.nanoTime() - began);
            }
        } finally {
            Files.deleteIfExists(file);
        }
        return Times.of(nanos);
    }

    private Times select() throws SQLException {
        List<Long> nanos = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("select 1")) {
            connection.setAutoCommit(true);
            for (int i = 0; i < TIMES * 2; i++) {
                long began = System.nanoTime();
                statement.executeQuery().close();
                if (i >= TIMES) {
                    nanos.add(System.nanoTime() - began);
                }
            }
        }
        return Times.of(nanos);
    }
}
