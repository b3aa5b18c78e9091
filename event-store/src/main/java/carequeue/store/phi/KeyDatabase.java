package carequeue.store.phi;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys' own few connections.
 *
 * <p>A key must be committed before the transaction that first uses it; taken from the same pool, its connection would be waited for by those who
 * hold all the others.
 */
final class KeyDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 3;

    private final DataSource own;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    KeyDatabase(DataSource database) {
        own = ownConnections(database);
        jdbc = new JdbcTemplate(own);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(own));
    }

    /** Works in a transaction of its own, whatever the caller is in. */
    <T> T in(Function<JdbcTemplate, T> work) {
        try {
            return transaction.execute(status -> work.apply(jdbc));
        } catch (DataAccessException | TransactionException e) {
            throw new KeysUnavailable("The keys of personal values cannot be had from the database now.", e);
        }
    }

    private static DataSource ownConnections(DataSource database) {
        try {
            if (!database.isWrapperFor(HikariDataSource.class)) {
                return database;
            }
            HikariConfig config = new HikariConfig();
            database.unwrap(HikariDataSource.class).copyStateTo(config);
            config.setPoolName(config.getPoolName() + "-keys");
            config.setMaximumPoolSize(CONNECTIONS);
            config.setMinimumIdle(0);
            config.setMetricRegistry(null);
            config.setMetricsTrackerFactory(null);
            return new HikariDataSource(config);
        } catch (SQLException e) {
            throw new IllegalStateException("the pool cannot be copied", e);
        }
    }

    @Override
    public void close() {
        if (own instanceof HikariDataSource pool) {
            pool.close();
        }
    }
}
