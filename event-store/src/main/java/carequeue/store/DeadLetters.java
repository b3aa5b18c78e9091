package carequeue.store;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.serialization.Serializer;

/** Sets aside the events that a view could not take in, so that the view goes on with all others. */
final class DeadLetters implements ConfigurerModule {

    private final ConnectionProvider connections;
    private final TransactionManager transactions;
    private final Serializer serializer;

    DeadLetters(ConnectionProvider connections, TransactionManager transactions, Serializer serializer) {
        this.connections = connections;
        this.transactions = transactions;
        this.serializer = serializer;
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer
                .eventProcessing()
                .registerDeadLetterQueueProvider(group -> group.startsWith("view.") ? c -> queue(group) : null)
                .registerDefaultDeadLetterPolicy(c -> (letter, cause) -> Decisions.enqueue(withoutValues(cause)));
    }

    // A database's message quotes the row, and the row may be about a patient: only the kinds of error are kept.
    private static ThrowableCause withoutValues(Throwable cause) {
        StringBuilder kinds = new StringBuilder(cause.getClass().getSimpleName());
        for (Throwable t = cause.getCause(); t != null; t = t.getCause()) {
            kinds.append(" < ").append(t.getClass().getSimpleName());
        }
        return new ThrowableCause(cause.getClass().getName(), kinds.toString());
    }

    private SequencedDeadLetterQueue<EventMessage<?>> queue(String group) {
        return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(group)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .schema(ProcessingTables.deadLetters())
                .genericSerializer(serializer)
                .eventSerializer(serializer)
                .build();
    }
}
