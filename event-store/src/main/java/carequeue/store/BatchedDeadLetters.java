package carequeue.store;

import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Axon's queue of dead letters, asked once a batch instead of once an event which sequences wait in it.
 *
 * <p>Within a batch nobody else changes it: whoever does, holds the view's generation against batches.
 */
final class BatchedDeadLetters extends JdbcSequencedDeadLetterQueue<EventMessage<?>> {

    private final String group;
    private final JdbcTemplate jdbc;

    BatchedDeadLetters(Builder<EventMessage<?>> builder, String group, JdbcTemplate jdbc) {
        super(builder.processingGroup(group));
        this.group = group;
        this.jdbc = jdbc;
    }

    @Override
    public boolean contains(Object sequenceIdentifier) {
        return CurrentUnitOfWork.isStarted() && CurrentUnitOfWork.get().root() instanceof BatchingUnitOfWork<?>
                ? waiting().contains(sequenceIdentifier.toString())
                : super.contains(sequenceIdentifier);
    }

    @Override
    public void enqueue(Object sequenceIdentifier, DeadLetter<? extends EventMessage<?>> letter) {
        super.enqueue(sequenceIdentifier, letter);
        if (CurrentUnitOfWork.isStarted()) {
            waiting().add(sequenceIdentifier.toString());
        }
    }

    private Set<String> waiting() {
        return CurrentUnitOfWork.get()
                .root()
                .getOrComputeResource(
                        BatchedDeadLetters.class.getName() + group,
                        key -> new HashSet<>(jdbc.queryForList(
                                "select distinct sequence_id from dead_letter where processing_group = ?",
                                String.class,
                                group)));
    }
}
