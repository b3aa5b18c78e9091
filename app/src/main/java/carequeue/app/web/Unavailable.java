package carequeue.app.web;

import carequeue.store.phi.KeysUnavailable;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database, or a keeper of keys, that is away from one that refuses. */
final class Unavailable {

    private static final Set<String> TOO_LONG = Set.of("57014", "55P03", "25P03");

    private Unavailable() {}

    static boolean is(Throwable failure) {
        return failure instanceof KeysUnavailable
                || failure instanceof CannotCreateTransactionException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof SQLTransientConnectionException
                || failure instanceof SQLException sql && (away(sql.getSQLState()) || closed(sql));
    }

    /** A connection that the pool has closed since it was lost says so without a state. */
    private static boolean closed(SQLException failure) {
        return failure.getSQLState() == null && "Connection is closed".equals(failure.getMessage());
    }

    /** Lost or refused (08), shutting down or starting up (57P), no space (53), or waited too long (57014, 55P03, 25P03). */
    private static boolean away(String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("57P")
                        || state.startsWith("53")
                        || TOO_LONG.contains(state));
    }
}
