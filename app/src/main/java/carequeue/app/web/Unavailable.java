package carequeue.app.web;

import carequeue.store.phi.KeysUnavailable;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database, or a keeper of keys, that is away from one that refuses. */
final class Unavailable {

    private Unavailable() {}

    static boolean is(Throwable failure) {
        return failure instanceof KeysUnavailable
                || failure instanceof CannotCreateTransactionException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof SQLTransientConnectionException
                || failure instanceof SQLException sql && away(sql.getSQLState());
    }

    /** Connection lost or refused (08), shutting down or starting up (57P), no space or too many connections (53). */
    private static boolean away(String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53"));
    }
}
