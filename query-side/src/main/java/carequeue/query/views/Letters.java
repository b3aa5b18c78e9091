package carequeue.query.views;

import java.sql.Savepoint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Sets aside what a rebuild cannot fold, and everything after it of the same sequence. */
@Component
class Letters {

    private final Function<String, SequencedDeadLetterQueue<EventMessage<?>>> queues;
    private final ObjectProvider<Configuration> axon;
    private final JdbcTemplate jdbc;

    Letters(
            Function<String, SequencedDeadLetterQueue<EventMessage<?>>> deadLetterQueues,
            ObjectProvider<Configuration> axon,
            JdbcTemplate jdbc) {
        this.queues = deadLetterQueues;
        this.axon = axon;
        this.jdbc = jdbc;
    }

    SequencedDeadLetterQueue<EventMessage<?>> queue(String group) {
        return queues.apply(group);
    }

    /** Those sequences of which something waits. */
    Set<String> sequences(String group) {
        List<String> waiting = jdbc.queryForList(
                "select distinct sequence_id from dead_letter where processing_group = ?", String.class, group);
        return new HashSet<>(waiting);
    }

    String sequence(String view, EventMessage<?> message) {
        return axon.getObject()
                .eventProcessingConfiguration()
                .sequencingPolicy(view)
                .getSequenceIdentifierFor(message)
                .toString();
    }

    /** Sets an event aside; without a cause when it only stands behind one that has one. */
    void add(String group, String sequence, EventMessage<?> message, Throwable cause) {
        queue(group)
                .enqueue(
                        sequence,
                        cause == null
                                ? new GenericDeadLetter<>(sequence, message)
                                : new GenericDeadLetter<EventMessage<?>>(sequence, message, kinds(cause)));
    }

    /** Only the kinds of an error: its message may quote a row about a patient. */
    static ThrowableCause kinds(Throwable cause) {
        return new ThrowableCause(cause.getClass().getName(), NotWritten.kinds(cause));
    }

    /** Does something behind a savepoint of the transaction at hand; gives what went wrong and was taken back, or null. */
    RuntimeException behindSavepoint(Runnable work) {
        return jdbc.execute((ConnectionCallback<RuntimeException>) connection -> {
            Savepoint savepoint = connection.setSavepoint();
            try {
                work.run();
                connection.releaseSavepoint(savepoint);
                return null;
            } catch (RuntimeException e) {
                connection.rollback(savepoint);
                return e;
            }
        });
    }
}
