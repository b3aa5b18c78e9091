package carequeue.store;

import static carequeue.store.TestStore.toggled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A writer has the lock before it draws an index: on this the readers' whole reasoning stands. */
class LockBeforeIndexTest {

    @Test
    void noIndexIsDrawnWithoutTheLock() throws Exception {
        HikariDataSource database = TestPostgres.fresh();
        TestStore store = TestStore.on(database);
        Future<?> writer;
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(" + EventTable.LOCK + ")");
            writer = TestThreads.ALL.submit(() -> store.append(toggled("l1", 0), toggled("l1", 1)));
            await().until(() ->
                    number(store, "select count(*) from pg_locks where locktype = 'advisory' and not granted") == 1);

            assertThat(store.jdbc().queryForObject("select is_called from event_index", Boolean.class))
                    .isFalse();
            other.commit();
        }
        writer.get();
        assertThat(number(store, "select last_value from event_index")).isEqualTo(2);
    }

    private static long number(TestStore store, String sql) {
        return store.jdbc().queryForObject(sql, Long.class);
    }
}
