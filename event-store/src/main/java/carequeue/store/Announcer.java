package carequeue.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells every node by NOTIFY that something was committed, on a connection of its own and at most every two milliseconds.
 *
 * <p>It may lose an announcement: whoever listens also looks now and then.
 */
public class Announcer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
    private static final long GATHER_MILLIS = 2;

    private record News(String channel, String text) {}

    private final DataSource dataSource;
    private final Set<News> waiting = new LinkedHashSet<>();
    private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "announcer");
        thread.setDaemon(true);
        return thread;
    });

    /** An announcer on a database. */
    public Announcer(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Announces a short text without anything personal; equal ones are gathered into one. Never inside a transaction. */
    public void announce(String channel, String text) {
        synchronized (waiting) {
            boolean first = waiting.isEmpty();
            waiting.add(new News(channel, text));
            if (first && !sender.isShutdown()) {
                sender.schedule(this::send, GATHER_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void send() {
        List<News> news;
        synchronized (waiting) {
            news = List.copyOf(waiting);
            waiting.clear();
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select pg_notify(channel, text) from unnest(?, ?) as news (channel, text)")) {
            connection.setAutoCommit(true);
            statement.setArray(1, texts(connection, news.stream().map(News::channel)));
            statement.setArray(2, texts(connection, news.stream().map(News::text)));
            statement.execute();
        } catch (SQLException | RuntimeException e) {
            LOG.warn("Could not announce to the other nodes; they will see it by looking: {}", e.getMessage());
        }
    }

    private static java.sql.Array texts(Connection connection, java.util.stream.Stream<String> texts)
            throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    @Override
    public void close() {
        sender.shutdownNow();
    }
}
