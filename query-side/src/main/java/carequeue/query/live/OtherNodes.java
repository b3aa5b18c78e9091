package carequeue.query.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Listens for views that moved on other nodes. */
@Component
class OtherNodes implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OtherNodes.class);
    private static final int LISTEN_MILLIS = 1000;

    private final DataSource dataSource;
    private final Pulse pulse;
    private volatile Thread thread;

    OtherNodes(DataSource dataSource, Pulse pulse) {
        this.dataSource = dataSource;
        this.pulse = pulse;
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            try (Connection connection = dataSource.getConnection()) {
                listen(connection);
            } catch (SQLException | RuntimeException e) {
                if (thread == Thread.currentThread()) {
                    LOG.warn("lost the connection that hears of other nodes, trying again");
                    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + Pulse.CHANNEL);
        }
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (thread == Thread.currentThread()) {
            if (fromElsewhere(postgres.getNotifications(LISTEN_MILLIS))) {
                pulse.tell();
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("unlisten *");
        }
    }

    private static boolean fromElsewhere(PGNotification[] notifications) {
        if (notifications != null) {
            for (PGNotification notification : notifications) {
                if (!Pulse.NODE.equals(notification.getParameter())) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public void start() {
        Thread listener = new Thread(this::run, "view-listener");
        listener.setDaemon(true);
        thread = listener;
        listener.start();
    }

    @Override
    public void stop() {
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
