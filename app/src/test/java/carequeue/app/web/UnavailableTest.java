package carequeue.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.store.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A database that went away in the middle of a transaction is away, also where the pool noticed it first. */
class UnavailableTest {

    @Test
    void aConnectionThatThePoolClosedIsOneThatWasLost() throws SQLException {
        try (HikariDataSource database = TestPostgres.empty()) {
            Connection connection = database.getConnection();
            connection.close();

            Throwable failure = Assertions.catchThrowable(connection::createStatement);

            assertThat(failure).isInstanceOf(SQLException.class);
            assertThat(Unavailable.is(failure)).isTrue();
            assertThat(Unavailable.is(new SQLException("syntax", "42601"))).isFalse();
        }
    }
}
