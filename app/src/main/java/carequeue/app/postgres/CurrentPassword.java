package carequeue.app.postgres;

import carequeue.adapter.secrets.Secret;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Opens connections by the password of the moment, so that it can be changed while CareQueue runs; those that are open stay open. */
final class CurrentPassword extends AbstractDataSource {

    /** PostgreSQL's codes: invalid_password, invalid_authorization_specification. */
    private static final Set<String> NOT_LET_IN = Set.of("28P01", "28000");

    private final DataSource driver;
    private final String username;
    private final Secret password;

    CurrentPassword(DataSource driver, String username, Secret password) {
        this.driver = driver;
        this.username = username;
        this.password = password;
    }

    @Override
    public Connection getConnection() throws SQLException {
        String first = password.value();
        try {
            return driver.getConnection(username, first);
        } catch (SQLException e) {
            Optional<String> other =
                    NOT_LET_IN.contains(String.valueOf(e.getSQLState())) ? password.instead(first) : Optional.empty();
            if (other.isEmpty()) {
                throw e;
            }
            return driver.getConnection(username, other.get());
        }
    }

    /** The pool remembers the password of its start, which may be an old one. */
    @Override
    public Connection getConnection(String name, String old) throws SQLException {
        return getConnection();
    }
}
