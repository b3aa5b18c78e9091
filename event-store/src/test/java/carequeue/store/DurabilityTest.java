package carequeue.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class DurabilityTest {

    @Test
    void theTestServerIsDurable() {
        assertThatCode(() -> Durability.check(new JdbcTemplate(TestPostgres.empty())))
                .doesNotThrowAnyException();
    }

    @Test
    void aDatabaseThatMayForgetIsRefusedByTheNameOfTheSetting() {
        HikariDataSource database = TestPostgres.empty();
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.execute("do $$ begin execute 'alter database ' || current_database()"
                + " || ' set synchronous_commit = off'; end $$");
        database.getHikariPoolMXBean().softEvictConnections();

        assertThatThrownBy(() -> Durability.check(jdbc))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("synchronous_commit")
                .hasMessageNotContaining("fsync");
    }
}
