package carequeue.adapter.outbox;

import carequeue.api.Channel;
import carequeue.api.Facts;
import carequeue.api.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Tells the clinic what came of an effect; the same answer told again after a crash is recognised and changes nothing. */
@Component
public class Answering {

    private final CommandGateway commands;

    public Answering(CommandGateway commands) {
        this.commands = commands;
    }

    /**
     * From where orders come.
     *
     * @param scope who may repeat them
     * @param key by which a repeat is recognised within the scope, together with the answer's step
     * @param causationId the message that caused them
     * @param correlationId the visit, or null
     */
    public record Origin(String scope, String key, String causationId, String correlationId) {}

    String send(Attempt.Row row, List<Answer> answers) {
        String scope = "effect." + row.effect();
        return send(new Origin(scope, Long.toString(row.id()), row.eventId(), row.correlationId()), answers);
    }

    /** Sends the answers in order and returns what was refused, as a remark for the ledger, or null. */
    public String send(Origin origin, List<Answer> answers) {
        String remark = null;
        for (Answer answer : answers) {
            Refused refused = send(origin, answer);
            if (refused != null && !answer.ifRefused().isEmpty()) {
                return send(origin, answer.ifRefused());
            }
            if (refused != null) {
                remark = answer.step() + ": " + refused.getClass().getSimpleName();
            }
        }
        return remark;
    }

    private Refused send(Origin origin, Answer answer) {
        try {
            commands.sendAndWait(new GenericCommandMessage<>(answer.command(), facts(origin, answer)));
            return null;
        } catch (Refused.StillRunning e) {
            throw new IllegalStateException("an earlier attempt is still answering", e);
        } catch (Refused refused) {
            return refused;
        }
    }

    private static Map<String, ?> facts(Origin origin, Answer answer) {
        Map<String, String> facts = new HashMap<>();
        facts.put(Facts.ACTOR, "integration");
        facts.put(Facts.ROLES, "integration");
        facts.put(Facts.CHANNEL, Channel.SYSTEM.toString());
        facts.put(Facts.CAUSATION_ID, origin.causationId());
        facts.put(Facts.REPEAT_SCOPE, origin.scope());
        facts.put(Facts.REPEAT_KEY, origin.key() + ":" + answer.step());
        if (origin.correlationId() != null) {
            facts.put(Facts.CORRELATION_ID, origin.correlationId());
        }
        return facts;
    }
}
