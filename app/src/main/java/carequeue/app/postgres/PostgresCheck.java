package carequeue.app.postgres;

import carequeue.app.start.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What is asked of a server before it is trusted: that it is ours, and that what it confirms is on disk. */
final class PostgresCheck {

    private final PostgresConnection connection;
    private final Path cluster;

    PostgresCheck(PostgresConnection connection, Path cluster) {
        this.connection = connection;
        this.cluster = cluster;
    }

    PostgresCheck durableAndOurs() {
        try (Connection c = connection.open()) {
            if (!isOurs(c)) {
                throw new CannotStart("A strange PostgreSQL answers at " + connection + ": stop it.");
            }
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                if (!"on".equals(show(c, setting))) {
                    throw new CannotStart("PostgreSQL runs with " + setting + " off and could lose what it confirmed.");
                }
            }
            return this;
        } catch (SQLException | IOException e) {
            throw new CannotStart("The embedded PostgreSQL started but does not answer at " + connection + ".", e);
        }
    }

    /** Whether the server is the one of our data directory; false also where it does not let us in. */
    boolean isOurs() {
        try (Connection c = connection.open()) {
            return isOurs(c);
        } catch (SQLException | IOException e) {
            return false;
        }
    }

    private boolean isOurs(Connection c) throws SQLException, IOException {
        Path theirs = Path.of(show(c, "data_directory"));
        return Files.exists(theirs) && Files.isSameFile(theirs, cluster);
    }

    void createDatabase(String name) {
        try (Connection c = connection.open();
                Statement s = c.createStatement()) {
            ResultSet found = s.executeQuery("select 1 from pg_database where datname = '" + name + "'");
            if (!found.next()) {
                s.execute("create database " + name);
            }
        } catch (SQLException e) {
            throw new CannotStart("The embedded PostgreSQL cannot make the database " + name + ".", e);
        }
    }

    private static String show(Connection c, String setting) throws SQLException {
        try (Statement s = c.createStatement();
                ResultSet row = s.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
