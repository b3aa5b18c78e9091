package carequeue.command;

import carequeue.api.Facts;
import carequeue.api.Refused;
import carequeue.api.site.Sites;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;

/** One kind of aggregate on a history in memory that can be started again in no time. */
public final class Bare extends Clock {

    private final Configuration axon;
    private EventStorageEngine history;
    private Instant now;

    /** An empty history of a kind of aggregate. */
    public Bare(Class<?> aggregate, Sites clinic) {
        EventStorageEngine engine = (EventStorageEngine) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {EventStorageEngine.class},
                (proxy, method, arguments) -> method.invoke(history, arguments));
        startAgain(Instant.EPOCH);
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureAggregate(aggregate)
                .configureEmbeddedEventStore(c -> engine)
                .registerComponent(Clock.class, c -> this)
                .registerComponent(Sites.class, c -> clinic)
                .start();
    }

    /** Forgets everything. */
    public void startAgain(Instant at) {
        history = new InMemoryEventStorageEngine();
        now = at;
    }

    /** Lets time pass. */
    public void passes(Duration time) {
        now = now.plus(time);
    }

    /** The answer or the refusal. */
    public Object tries(Object order) {
        try {
            return axon.commandGateway()
                    .sendAndWait(GenericCommandMessage.asCommandMessage(order)
                            .andMetaData(MetaData.with(Facts.ROLES, "billing")));
        } catch (Refused refused) {
            return refused;
        }
    }

    /** What happened, in order. */
    public List<Object> told(String id) {
        return axon.eventStore()
                .readEvents(id)
                .asStream()
                .map(m -> (Object) m.getPayload())
                .toList();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
