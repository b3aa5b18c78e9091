package carequeue.store;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;

/** The store's own engine and events for tests in other rooms. */
public final class TestNodes {

    private TestNodes() {}

    /** An engine of its own, as on a node of its own. */
    public static EventStorageEngine engine(DataSource database) {
        return TestStore.on(database).engine();
    }

    /** The serializer of the events made here. */
    public static Serializer serializer() {
        return new StableSerializer(StableNames.of(Lamp.Event.class));
    }

    /** An event as a node would make it whose clock shows this instant. */
    public static DomainEventMessage<?> event(String lamp, long sequence, Instant at) {
        Object payload = new Lamp.Toggled(lamp, sequence % 2 == 0, null);
        return new GenericDomainEventMessage<>(
                "Lamp", lamp, sequence, payload, Map.of(), UUID.randomUUID().toString(), at);
    }
}
