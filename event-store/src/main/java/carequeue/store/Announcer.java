package carequeue.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private final Set<News> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean gathering = new AtomicBoolean();
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
        // One that still waits is sent later than this, so it says this too.
        if (waiting.add(new News(channel, text)) && gathering.compareAndSet(false, true) && !sender.isShutdown()) {
            sender.schedule(this::send, GATHER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void send() {
        gathering.set(false);
        List<News> news = List.copyOf(waiting);
        if (news.isEmpty()) {
            return;
        }
        news.forEach(waiting::remove);
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
