package carequeue.query.views;

import java.sql.SQLException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that is not well at the moment from an event that can never be folded. */
final class Passing {

    private Passing() {}

    static boolean is(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof TransientDataAccessException
                    || t instanceof CannotCreateTransactionException
                    || t instanceof TransactionSystemException
                    || t instanceof SQLException e && passes(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    // Connections, resources, operators, deadlocks and the like; not 22 (a value) or 23 (a constraint).
    private static boolean passes(String state) {
        return state == null || state.matches("(08|25|40|53|55|57|58).*");
    }
}
