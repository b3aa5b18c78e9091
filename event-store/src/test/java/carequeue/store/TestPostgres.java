package carequeue.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/**
 * Databases for tests on one real, durable PostgreSQL per JVM.
 *
 * <p>{@code -Dcarequeue.test.db=} nothing: embedded; {@code docker}: Testcontainers; a JDBC URL (with user and password in it): that server.
 */
public final class TestPostgres {

    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static TestServer server;

    private TestPostgres() {}

    /** A new database with the migrations of the class path; its URL and user can be asked of the pool. */
    public static HikariDataSource fresh() {
        return create("template_" + RUN);
    }

    /** A new database without any table. */
    public static HikariDataSource empty() {
        return create("template1");
    }

    /** Runs a statement as the server's administrator. */
    public static void run(String sql) {
        execute(sql);
    }

    private static synchronized HikariDataSource create(String template) {
        if (server == null) {
            server = TestServer.start();
            if (server.given()) {
                Runtime.getRuntime().addShutdownHook(new Thread(TestPostgres::dropAll));
            }
            migrateTemplate();
        }
        String name = "test_" + RUN + "_" + COUNT.incrementAndGet();
        execute("create database " + name + " template " + template);
        return pool(name);
    }

    private static void migrateTemplate() {
        String template = "template_" + RUN;
        execute("create database " + template);
        Flyway.configure()
                .dataSource(server.url(template), server.user(), server.password())
                .outOfOrder(true)
                .load()
                .migrate();
    }

    private static void dropAll() {
        for (int i = 1; i <= COUNT.get(); i++) {
            execute("drop database if exists test_" + RUN + "_" + i + " with (force)");
        }
        execute("drop database if exists template_" + RUN + " with (force)");
    }

    private static HikariDataSource pool(String database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.url(database));
        config.setUsername(server.user());
        config.setPassword(server.password());
        config.setMaximumPoolSize(24);
        config.setMinimumIdle(0);
        config.setIdleTimeout(10_000);
        config.setPoolName(database);
        return new HikariDataSource(config);
    }

    private static void execute(String sql) {
        try (Connection c = DriverManager.getConnection(server.url("postgres"), server.user(), server.password());
                Statement s = c.createStatement()) {
            s.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("could not run on the test server: " + sql, e);
        }
    }
}
