package carequeue.command;

import carequeue.api.Facts;
import carequeue.api.Refused;
import carequeue.api.site.Sites;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;

/** One kind of aggregate on a history in memory that can be started again in no time. */
public final class Bare extends Clock {

    private final Class<?> aggregate;
    private final Configuration axon;
    private EventStorageEngine history;
    private Instant now;

    /** An empty history of a kind of aggregate. */
    public Bare(Class<?> aggregate, Sites clinic) {
        this.aggregate = aggregate;
        EventStorageEngine engine = (EventStorageEngine) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {EventStorageEngine.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(history, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
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
        history = new Once();
        now = at;
    }

    /** A history that refuses a place in a stream twice, as the store does. */
    private static final class Once extends InMemoryEventStorageEngine {
        private final Set<String> taken = new HashSet<>();

        @Override
        public void appendEvents(List<? extends EventMessage<?>> events) {
            for (EventMessage<?> event : events) {
                if (event instanceof DomainEventMessage<?> e
                        && !taken.add(e.getSequenceNumber() + "@" + e.getAggregateIdentifier())) {
                    throw new ConcurrencyException("the identifier is taken");
                }
            }
            super.appendEvents(events);
        }
    }

    /** Adds what has happened to the history of one. */
    public void given(String id, Object event) {
        axon.eventStore()
                .publish(new GenericDomainEventMessage<>(aggregate.getSimpleName(), id, told(id).size(), event));
    }

    /** Lets time pass. */
    public void passes(Duration time) {
        now = now.plus(time);
    }

    /** The answer or the refusal. */
    public Object tries(Object order) {
        return tries(order, MetaData.with(Facts.ROLES, "billing"));
    }

    /** The answer or the refusal of an order that somebody gives. */
    public Object tries(Object order, MetaData said) {
        try {
            return axon.commandGateway()
                    .sendAndWait(GenericCommandMessage.asCommandMessage(order).andMetaData(said));
        } catch (Refused | AggregateNotFoundException | ConcurrencyException refused) {
            return refused;
        }
    }

    /** What something that has a history is like now. */
    public <A, R> R now(Class<A> type, String id, Function<A, R> asked) {
        return DefaultUnitOfWork.<Message<?>>startAndGet(null)
                .executeWithResult(() -> axon.repository(type).load(id).invoke(asked))
                .getPayload();
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
