package carequeue.store;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/** Axon's event store whose readers, on every node, are woken as soon as something was committed. */
public class HistoryStore extends EmbeddedEventStore {

    /** The channel on which a commit is announced. */
    public static final String CHANNEL = "carequeue_history";

    private final Announcer announcer;

    /** A store that announces its commits. */
    public HistoryStore(EmbeddedEventStore.Builder builder, Announcer announcer) {
        super(builder);
        this.announcer = announcer;
    }

    /** Lets the readers of this node look for new events now. */
    public void wake() {
        super.afterCommit(List.of());
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        super.afterCommit(events);
        announcer.announce(CHANNEL, "");
    }
}
