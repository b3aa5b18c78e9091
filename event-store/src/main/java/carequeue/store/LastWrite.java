package carequeue.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.core.TransactionState;
import org.postgresql.jdbc.PgConnection;

/**
 * What is written to history in one round trip: events, and with them, where they end a transaction, the answer kept for a repeat and the commit.
 *
 * <p>Each row takes the shared lock and then draws its index: a CASE needs its condition before it can choose, so the order holds. The server
 * carries the statements out one after the other and skips the rest, the commit too, as soon as one fails.
 */
record LastWrite(List<EventRow> rows, Repeats.Kept kept, boolean commits) {

    private static final String INSERT = "insert into event (global_index, event_id, aggregate_type, aggregate_id,"
            + " sequence, name, revision, payload, metadata) values ";
    private static final String ROW = "(case when pg_advisory_xact_lock_shared(" + EventTable.LOCK
            + ") is not null then nextval('event_index') end,?,?,?,?,?,?,?,?)";

    private static final Map<Form, String> SQL = new ConcurrentHashMap<>();

    private record Form(int rows, boolean keeps, boolean commits) {}

    /** Writes, and answers the highest index. */
    long on(Connection connection) throws SQLException {
        PgConnection own = connection.unwrap(PgConnection.class);
        if (!commits || own.getTransactionState() != TransactionState.IDLE) {
            return write(connection, commits);
        }
        // The first word of its transaction is the last one too: the server begins and commits it by itself.
        own.setAutoCommit(true);
        try {
            return write(connection, false);
        } finally {
            own.setAutoCommit(false);
        }
    }

    private long write(Connection connection, boolean saysCommit) throws SQLException {
        String sql = SQL.computeIfAbsent(new Form(rows.size(), kept != null, saysCommit), LastWrite::sql);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int at = 1;
            for (EventRow row : rows) {
                at = row.bind(statement, at);
            }
            if (kept != null) {
                kept.bind(statement, at);
            }
            statement.execute();
            return highest(statement.getResultSet());
        }
    }

    private static String sql(Form form) {
        return INSERT
                + String.join(",", Collections.nCopies(form.rows(), ROW))
                + " returning global_index"
                + (form.keeps() ? ";" + Repeats.KEEP.formatted("currval('event_index')") : "")
                + (form.commits() ? ";commit" : "");
    }

    private static long highest(ResultSet indices) throws SQLException {
        long highest = 0;
        while (indices.next()) {
            highest = Math.max(highest, indices.getLong(1));
        }
        return highest;
    }
}
