package carequeue.store;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/** Axon's event store whose readers, on every node, are woken as soon as something was committed. */
public class HistoryStore extends EmbeddedEventStore {

    /** The channel on which a commit is announced. */
    public static final String CHANNEL = "carequeue_history";

    private final PostgresEvents engine;
    private final Announcer announcer;

    /** A store that announces its commits. */
    public HistoryStore(PostgresEvents engine, Announcer announcer) {
        this(engine, EmbeddedEventStore.builder(), announcer);
    }

    HistoryStore(PostgresEvents engine, EmbeddedEventStore.Builder settings, Announcer announcer) {
        super(settings.storageEngine(engine));
        this.engine = engine;
        this.announcer = announcer;
    }

    /** Lets the readers of this node look for new events now. */
    public void wake() {
        super.afterCommit(List.of());
    }

    @Override
    public DomainEventStream readEvents(String aggregateId) {
        return DomainEventStream.concat(
                engine.fromSnapshot(aggregateId), DomainEventStream.of(stagedDomainEventMessages(aggregateId)));
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        super.afterCommit(events);
        announcer.announce(CHANNEL, "");
    }
}
