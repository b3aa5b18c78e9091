package carequeue.command.door;

import carequeue.api.Position;
import carequeue.api.Refused;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Passes the order of a request on and answers with its outcome. */
@Component
public class Door {

    /** The header that makes an order repeatable. */
    public static final String KEY = "Idempotency-Key";

    private static final long SECONDS_AT_MOST = 30;

    private final CommandGateway commands;
    private final EventStore history;

    /** A door before a history. */
    public Door(CommandGateway commands, EventStore history) {
        this.commands = commands;
        this.history = history;
    }

    /** Sends the one order of a request. */
    public <R> Outcome<R> send(Object command, Asked asked) {
        return send(command, asked, null, null);
    }

    /**
     * Sends one of several orders of a request.
     *
     * @param step a name for the order, unique in its request, or null
     * @param visitId the visit, where it is known, or null
     * @throws Refused as the order was refused
     */
    public <R> Outcome<R> send(Object command, Asked asked, String step, String visitId) {
        FutureCallback<Object, R> callback = new FutureCallback<>();
        MetaData facts = asked.facts(step, visitId);
        CommandMessage<Object> message =
                GenericCommandMessage.asCommandMessage(command).andMetaData(facts);
        commands.send(message, callback);
        CommandResultMessage<? extends R> result = callback.getResult(SECONDS_AT_MOST, TimeUnit.SECONDS);
        if (result.isExceptional()) {
            throw Failures.of(command, result.exceptionResult());
        }
        return new Outcome<>(result.getPayload(), position(result.getMetaData()));
    }

    /** An outcome that was there before. */
    public <R> Outcome<R> already(R value) {
        return new Outcome<>(value, head());
    }

    private long position(MetaData facts) {
        if (facts.get(Position.KEY) instanceof Position p && p.value() >= 0) {
            return p.value();
        }
        return head();
    }

    private long head() {
        var head = history.createHeadToken();
        return head == null ? 0 : head.position().orElse(0);
    }
}
