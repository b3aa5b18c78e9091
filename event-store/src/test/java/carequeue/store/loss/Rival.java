package carequeue.store.loss;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.transaction.support.TransactionTemplate;

/** An event store that is put to the proof. */
public interface Rival extends AutoCloseable {

    /** What it is called in the report. */
    String name();

    /** A node on the one database; it shares nothing in memory with another. */
    Node node();

    @Override
    void close();

    /** An engine with the transactions in which it writes. */
    record Node(EventStorageEngine engine, TransactionTemplate transaction) {}
}
