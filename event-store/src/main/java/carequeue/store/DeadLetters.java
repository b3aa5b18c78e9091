package carequeue.store;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sets aside the events that a view could not take in, so that the view goes on with all others. */
final class DeadLetters implements ConfigurerModule {

    private final ConnectionProvider connections;
    private final TransactionManager transactions;
    private final Serializer serializer;
    private final JdbcTemplate jdbc;

    DeadLetters(
            ConnectionProvider connections, TransactionManager transactions, Serializer serializer, JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.transactions = transactions;
        this.serializer = serializer;
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer
                .eventProcessing()
                .registerDeadLetterQueueProvider(group -> group.startsWith("view.") ? c -> queue(group) : null)
                .registerDefaultDeadLetterPolicy(c -> (letter, cause) -> decide(cause));
    }

    private static EnqueueDecision<EventMessage<?>> decide(Throwable cause) {
        boolean batch =
                CurrentUnitOfWork.isStarted() && CurrentUnitOfWork.get().root() instanceof BatchingUnitOfWork<?>;
        // Which event it was shows when the batch is repeated; and no event is to blame for a database that is not
        // well.
        if (batch && (!EventByEvent.now() || BatchFailed.passes(cause))) {
            throw new BatchFailed(cause);
        }
        return Decisions.enqueue(withoutValues(cause));
    }

    // A database's message quotes the row, and the row may be about a patient: only the kinds of error are kept.
    private static ThrowableCause withoutValues(Throwable cause) {
        return new ThrowableCause(cause.getClass().getName(), BatchFailed.kinds(cause));
    }

    /** The queue of a group. */
    SequencedDeadLetterQueue<EventMessage<?>> queue(String group) {
        JdbcSequencedDeadLetterQueue.Builder<EventMessage<?>> builder =
                JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                        .connectionProvider(connections)
                        .transactionManager(transactions)
                        .schema(ProcessingTables.deadLetters())
                        .genericSerializer(serializer)
                        .eventSerializer(serializer);
        return new BatchedDeadLetters(builder, group, jdbc);
    }
}
