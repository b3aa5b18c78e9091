package carequeue.store;

import carequeue.store.phi.KeysUnavailable;
import java.sql.SQLException;
import org.springframework.dao.TransientDataAccessException;

/** A view's batch failed and is tried again; says only the kinds of error, since a message may quote what is personal. */
final class BatchFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BatchFailed(Throwable cause) {
        super("a view's batch failed and is repeated: " + kinds(cause), null, false, false);
    }

    /** The kinds of an error and of its causes. */
    static String kinds(Throwable cause) {
        StringBuilder kinds = new StringBuilder(cause.getClass().getSimpleName());
        for (Throwable t = cause.getCause(); t != null; t = t.getCause()) {
            kinds.append(" < ").append(t.getClass().getSimpleName());
        }
        return kinds.toString();
    }

    /** Whether it is the database, or the keeper of keys, that is not well, rather than the event. */
    static boolean passes(Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof TransientDataAccessException
                    || t instanceof KeysUnavailable
                    || t instanceof SQLException e && passes(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    // Connections, resources, operators, deadlocks and the like; not 23 (a constraint) or 22 (a value).
    private static boolean passes(String state) {
        return state == null || state.matches("(08|25|40|53|55|57|58).*");
    }
}
