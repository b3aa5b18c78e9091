package carequeue.store;

import java.sql.SQLException;
import java.util.List;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.DomainEventMessage;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Recognises in PostgreSQL's errors that another writer was first. */
final class Collisions implements PersistenceExceptionResolver {

    private static final String DEADLOCK = "40P01";
    private static final String NOT_SERIALIZABLE = "40001";

    @Override
    public boolean isDuplicateKeyViolation(Exception exception) {
        ServerErrorMessage message = serverMessage(exception);
        return message != null && "event_stream".equals(message.getConstraint());
    }

    /** Whether the transaction was given up for another one that did not fail. */
    static boolean isVictim(Throwable exception) {
        for (Throwable t = exception; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql
                    && (DEADLOCK.equals(sql.getSQLState()) || NOT_SERIALIZABLE.equals(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** The event at which the writers met. */
    static DomainEventMessage<?> met(Throwable exception, List<DomainEventMessage<?>> events) {
        ServerErrorMessage message = serverMessage(exception);
        String detail = message == null || message.getDetail() == null ? "" : message.getDetail();
        return events.stream()
                .filter(e -> detail.contains("(" + e.getAggregateIdentifier() + ", " + e.getSequenceNumber() + ")"))
                .findFirst()
                .orElse(events.get(0));
    }

    private static ServerErrorMessage serverMessage(Throwable exception) {
        for (Throwable t = exception; t != null; t = t.getCause()) {
            if (t instanceof PSQLException e) {
                return e.getServerErrorMessage();
            }
        }
        return null;
    }
}
