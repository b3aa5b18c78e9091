package carequeue.app.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** The floor: plain JDBC that writes the same row, and reads the same rows, with nothing between; a connection for each worker, kept. */
record RawHistory(DataSource database, Row row) {

    private static final String INSERT =
            "insert into event (global_index, event_id, aggregate_type, aggregate_id, sequence,"
                    + " name, revision, payload, metadata) values (nextval('event_index'), ?, ?, ?, ?, ?, ?, ?, ?)";
    /** The same behind a shared advisory lock, as the application's own append takes one. */
    private static final String LOCKED = INSERT.replace(
            "nextval('event_index')",
            "case when pg_advisory_xact_lock_shared(4711) is not null then nextval('event_index') end");

    private static final String STREAM = "select global_index, event_id, aggregate_type, aggregate_id, sequence, name,"
            + " revision, payload, metadata, recorded_at from event where aggregate_id = ? and sequence >= 0"
            + " order by sequence limit ?";

    /** A row as the application wrote it. */
    record Row(String type, String name, String revision, byte[] payload, byte[] metadata) {

        /** The row of the last event. */
        static Row last(DataSource database) throws SQLException {
            String sql =
                    "select aggregate_type, name, revision, payload, metadata from event order by global_index desc limit 1";
            try (Connection connection = database.getConnection();
                    PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return new Row(row.getString(1), row.getString(2), row.getString(3), row.getBytes(4), row.getBytes(5));
            }
        }
    }

    Hand hand() throws SQLException {
        return new Hand(database.getConnection(), INSERT, row);
    }

    /** One that takes the lock first. */
    Hand lockedHand() throws SQLException {
        return new Hand(database.getConnection(), LOCKED, row);
    }

    /** One connection with its statements. */
    static final class Hand implements Contestant.Worker {
        private final Connection connection;
        private final PreparedStatement insert;
        private final PreparedStatement stream;
        private final Row row;

        Hand(Connection connection, String insert, Row row) throws SQLException {
            connection.setAutoCommit(false);
            this.connection = connection;
            this.row = row;
            this.insert = connection.prepareStatement(insert);
            this.stream = connection.prepareStatement(STREAM);
        }

        @Override
        public void once() throws SQLException {
            insert(UUID.randomUUID().toString(), 0);
            connection.commit();
        }

        /** Reads so many rows of a stream, and answers the last sequence number. */
        long read(String aggregateId, int rows) throws SQLException {
            stream.setString(1, aggregateId);
            stream.setInt(2, rows);
            long last = -1;
            try (ResultSet found = stream.executeQuery()) {
                while (found.next()) {
                    last = found.getLong(5);
                    found.getBytes(8);
                    found.getBytes(9);
                }
            }
            return last;
        }

        void insert(String aggregateId, long sequence) throws SQLException {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setString(2, row.type());
            insert.setString(3, aggregateId);
            insert.setLong(4, sequence);
            insert.setString(5, row.name());
            insert.setString(6, row.revision());
            insert.setBytes(7, row.payload());
            insert.setBytes(8, row.metadata());
            insert.executeUpdate();
        }

        void commit() throws SQLException {
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            insert.close();
            stream.close();
            connection.close();
        }
    }
}
