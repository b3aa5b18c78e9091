package carequeue.store;

import carequeue.api.Claims;
import carequeue.api.Position;
import java.sql.Connection;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes of history: in the transaction of the unit of work, or in one of their own where there is none. */
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
            write(events, serializer);
        } else {
            transaction.executeWithoutResult(status -> write(events, serializer));
        }
    }

    private void write(List<DomainEventMessage<?>> events, Serializer serializer) {
        // Keys first: whoever waits for a key held by an open transaction should not yet hold back the readers.
        for (DomainEventMessage<?> event : events) {
            if (event.getPayload() instanceof Claims claim) {
                claims.apply(claim, event.getAggregateIdentifier());
            }
        }
        for (int i = 0; i < events.size(); i += ROWS) {
            List<DomainEventMessage<?>> part = events.subList(i, Math.min(i + ROWS, events.size()));
            note(jdbc.execute((Connection c) -> EventTable.insert(c, part, serializer)));
        }
    }

    private static void note(Long index) {
        CurrentUnitOfWork.ifStarted(uow -> {
            if (uow.root().resources().get(Position.KEY) instanceof Position position) {
                position.advanceTo(index);
            }
        });
    }
}
