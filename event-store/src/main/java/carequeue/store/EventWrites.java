package carequeue.store;

import carequeue.api.Claims;
import carequeue.api.Position;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes of history: with the commit of the unit of work, or in a transaction of their own where there is none. */
final class EventWrites {

    private static final int ROWS = 500;

    private final JdbcTemplate jdbc;
    private final ClaimedKeys claims;
    private final TransactionTemplate transaction;

    EventWrites(JdbcTemplate jdbc, ClaimedKeys claims, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.transaction = new TransactionTemplate(transactions);
    }

    void append(List<DomainEventMessage<?>> events, Serializer serializer) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            inTransaction(events, serializer);
        } else {
            transaction.executeWithoutResult(status -> inTransaction(events, serializer));
        }
    }

    private void inTransaction(List<DomainEventMessage<?>> events, Serializer serializer) {
        claim(events);
        List<EventRow> rows =
                events.stream().map(event -> EventRow.of(event, serializer)).toList();
        if (CurrentUnitOfWork.isStarted() && TransactionSynchronizationManager.isSynchronizationActive()) {
            Unwritten.add(rows, this::write);
        } else {
            write(rows, null, false);
        }
    }

    // Keys first: whoever waits for a key held by an open transaction should not yet hold back the readers.
    private void claim(List<DomainEventMessage<?>> events) {
        try {
            for (DomainEventMessage<?> event : events) {
                if (event.getPayload() instanceof Claims claim) {
                    claims.apply(claim, event.getAggregateIdentifier());
                }
            }
        } catch (DataAccessException e) {
            throw Collisions.failure(e, events);
        }
    }

    private void write(Unwritten unwritten, boolean commits) {
        write(unwritten.takeRows(), unwritten.takeKept(), commits);
    }

    private void write(List<EventRow> rows, Repeats.Kept kept, boolean commits) {
        for (int from = 0; from < rows.size(); from += ROWS) {
            int to = Math.min(from + ROWS, rows.size());
            boolean last = to == rows.size();
            note(write(new LastWrite(rows.subList(from, to), last ? kept : null, last && commits)));
        }
    }

    private long write(LastWrite write) {
        Connection connection = DataSourceUtils.getConnection(jdbc.getDataSource());
        try {
            return write.on(connection);
        } catch (SQLException e) {
            DataAccessException known = jdbc.getExceptionTranslator().translate("append", null, e);
            throw Collisions.failure(
                    known == null ? new UncategorizedSQLException("append", null, e) : known,
                    write.rows().stream().map(EventRow::event).toList());
        } finally {
            DataSourceUtils.releaseConnection(connection, jdbc.getDataSource());
        }
    }

    private static void note(long index) {
        CurrentUnitOfWork.ifStarted(uow -> {
            if (uow.root().resources().get(Position.KEY) instanceof Position position) {
                position.advanceTo(index);
            }
        });
    }
}
