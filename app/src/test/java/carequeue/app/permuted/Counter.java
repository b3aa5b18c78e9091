package carequeue.app.permuted;

import carequeue.api.Facts;
import carequeue.api.Refused;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Where orders are given in one person's name, and where it is read what became of them. */
record Counter(CommandGateway commands, EventStore history) {

    /** The answer, or the refusal: where nobody listens yet, or any more, it is refused, as it would be outside. */
    Object order(Object command) {
        Map<String, String> facts = Map.of(Facts.ACTOR, "fran", Facts.ROLES, "front-desk billing manager");
        try {
            Object answer = commands.sendAndWait(
                    GenericCommandMessage.asCommandMessage(command).andMetaData(facts));
            return answer == null ? "done" : answer;
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refused || cause.getClass().getSimpleName().equals("AggregateNotFoundException")) {
                    return cause;
                }
            }
            throw e;
        }
    }

    /** What has happened to something so far, of one kind. */
    <E> List<E> past(String aggregate, Class<E> kind) {
        return history.readEvents(aggregate)
                .asStream()
                .map(message -> (Object) message.getPayload())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
