package carequeue.store;

import java.sql.SQLException;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessException;

/** Recognises in PostgreSQL's errors that another writer was first. */
final class Collisions {

    private static final String DEADLOCK = "40P01";
    private static final String NOT_SERIALIZABLE = "40001";

    private Collisions() {}

    /** What a failure to append these events means. */
    static RuntimeException failure(DataAccessException e, List<? extends DomainEventMessage<?>> events) {
        if (isVictim(e)) {
            return new ConcurrencyException("another writer went first", e);
        }
        ServerErrorMessage message = serverMessage(e);
        if (message == null || !"event_stream".equals(message.getConstraint())) {
            return new EventStoreException("events could not be appended", e);
        }
        DomainEventMessage<?> met = met(message, events);
        String where = met.getType() + " " + met.getAggregateIdentifier() + " has event " + met.getSequenceNumber();
        return met.getSequenceNumber() == 0
                ? new AggregateStreamCreationException(where + " already", e)
                : new ConcurrencyException(where + " already", e);
    }

    /** Whether the transaction was given up for another one that did not fail. */
    private static boolean isVictim(Throwable exception) {
        for (Throwable t = exception; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql
                    && (DEADLOCK.equals(sql.getSQLState()) || NOT_SERIALIZABLE.equals(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static DomainEventMessage<?> met(ServerErrorMessage message, List<? extends DomainEventMessage<?>> events) {
        String detail = message.getDetail() == null ? "" : message.getDetail();
        for (DomainEventMessage<?> event : events) {
            if (detail.contains("(" + event.getAggregateIdentifier() + ", " + event.getSequenceNumber() + ")")) {
                return event;
            }
        }
        return events.get(0);
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
