package carequeue.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Hears by LISTEN, on a connection of its own, what {@link Announcer}s of any node announce. */
public class WakeUps implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WakeUps.class);
    private static final int LISTEN_MILLIS = 250;

    private final DataSource dataSource;
    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private volatile Thread thread;

    /** Listens on a database, once started. */
    public WakeUps(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Registers a listener, before the start; it must be quick. It hears each text announced, and the empty text after a connection was
     * (re-)made, when something may have been missed.
     */
    public WakeUps hear(String channel, Consumer<String> listener) {
        if (!channel.matches("[a-z_]+")) {
            throw new IllegalArgumentException("a channel is named by small letters and underscores");
        }
        listeners.computeIfAbsent(channel, c -> new CopyOnWriteArrayList<>()).add(listener);
        return this;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = new Thread(this::listen, "wake-ups");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public synchronized void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(TimeUnit.SECONDS.toMillis(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before every processor, and after them at the end. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }

    private void listen() {
        while (thread == Thread.currentThread()) {
            try (Connection connection = dataSource.getConnection()) {
                hearUntilStopped(connection);
            } catch (SQLException | RuntimeException e) {
                if (thread == Thread.currentThread()) {
                    LOG.warn("Not listening for a moment, polling goes on: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void hearUntilStopped(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        for (String channel : listeners.keySet()) {
            execute(connection, "listen " + channel);
        }
        listeners.values().forEach(those -> those.forEach(listener -> tell(listener, "")));
        PGConnection heard = connection.unwrap(PGConnection.class);
        while (thread == Thread.currentThread()) {
            PGNotification[] news = heard.getNotifications(LISTEN_MILLIS);
            for (PGNotification one : news == null ? new PGNotification[0] : news) {
                listeners
                        .getOrDefault(one.getName(), List.of())
                        .forEach(listener -> tell(listener, one.getParameter()));
            }
        }
        execute(connection, "unlisten *");
    }

    private static void tell(Consumer<String> listener, String text) {
        try {
            listener.accept(text);
        } catch (RuntimeException e) {
            LOG.warn("A listener failed", e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LISTEN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
