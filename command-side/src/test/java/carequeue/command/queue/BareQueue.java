package carequeue.command.queue;

import carequeue.api.Facts;
import carequeue.api.Refused;
import carequeue.api.queue.QueueCommand;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;

/** The queue aggregate on a history in memory that can be started again in no time. */
final class BareQueue extends Clock {

    private final Configuration axon;
    private EventStorageEngine history;
    private Instant now;

    BareQueue() {
        EventStorageEngine engine = (EventStorageEngine) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {EventStorageEngine.class},
                (proxy, method, arguments) -> method.invoke(history, arguments));
        startAgain();
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureAggregate(Queue.class)
                .configureEmbeddedEventStore(c -> engine)
                .registerComponent(Clock.class, c -> this)
                .start();
    }

    void startAgain() {
        history = new InMemoryEventStorageEngine();
        now = Clinic.NOON;
    }

    void passes(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    Object send(QueueCommand order) {
        CommandMessage<Object> message =
                GenericCommandMessage.asCommandMessage(order).andMetaData(MetaData.with(Facts.ROLES, "clinician"));
        return axon.commandGateway().sendAndWait(message);
    }

    /** The answer or the refusal. */
    Object tries(QueueCommand order) {
        try {
            return send(order);
        } catch (Refused refused) {
            return refused;
        } catch (org.axonframework.modelling.command.AggregateNotFoundException e) {
            return e;
        }
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
