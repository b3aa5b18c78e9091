package carequeue.adapter.outbox;

import carequeue.adapter.resilience.ServiceReturned;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes down what is to be done outside, in the transaction of the event that asks for it. */
@Component
public class Outbox {

    private static final String PLAN = """
        insert into effect (event_id, effect, service, event_position, aggregate_id, sequence, sequence_key, correlation_id)
        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (event_id, effect) do nothing\
        """;

    private static final String WAKE = """
        update effect set next_attempt_at = clock_timestamp()
        where service = ? and state in ('planned', 'unknown') and next_attempt_at > clock_timestamp()\
        """;

    private static final String HURRY = """
        update effect set next_attempt_at = clock_timestamp()
        where sequence_key = ? and state in ('planned', 'unknown') and next_attempt_at > clock_timestamp()\
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Signal signal;

    public Outbox(JdbcClient jdbc, TransactionTemplate transaction, Signal signal) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.signal = signal;
    }

    /**
     * Plans an effect; harmless when it is planned already.
     *
     * @param key effects of one key are carried out one after another, in the order of their events
     * @param correlationId the visit, or null
     */
    public void plan(DomainEventMessage<?> event, long position, Effect effect, String key, String correlationId) {
        jdbc.sql(PLAN)
                .params(event.getIdentifier(), effect.name(), effect.service(), position)
                .params(event.getAggregateIdentifier(), event.getSequenceNumber(), key, correlationId)
                .update();
        afterCommit();
    }

    /** Lets what waits under a key be tried at once, since something about it has changed; in the transaction of an event. */
    public void hurry(String key) {
        jdbc.sql(HURRY).param(key).update();
        afterCommit();
    }

    /** Lets everything that waits for a service go at once, since the service answers again. */
    @EventListener
    public void on(ServiceReturned returned) {
        transaction.executeWithoutResult(
                status -> jdbc.sql(WAKE).param(returned.service()).update());
        signal.raise();
    }

    private void afterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            signal.raise();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signal.raise();
            }
        });
    }
}
