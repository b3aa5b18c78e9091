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

    /** Sends the answers in order and returns what was refused, as a remark for the ledger, or null. */
    String send(Attempt.Row row, List<Answer> answers) {
        String remark = null;
        for (Answer answer : answers) {
            Refused refused = send(row, answer);
            if (refused != null && !answer.ifRefused().isEmpty()) {
                return send(row, answer.ifRefused());
            }
            if (refused != null) {
                remark = answer.step() + ": " + refused.getClass().getSimpleName();
            }
        }
        return remark;
    }

    private Refused send(Attempt.Row row, Answer answer) {
        try {
            commands.sendAndWait(new GenericCommandMessage<>(answer.command(), facts(row, answer)));
            return null;
        } catch (Refused.StillRunning e) {
            throw new IllegalStateException("an earlier attempt is still answering", e);
        } catch (Refused refused) {
            return refused;
        }
    }

    private static Map<String, ?> facts(Attempt.Row row, Answer answer) {
        Map<String, String> facts = new HashMap<>();
        facts.put(Facts.ACTOR, "integration");
        facts.put(Facts.ROLES, "integration");
        facts.put(Facts.CHANNEL, Channel.SYSTEM.toString());
        facts.put(Facts.CAUSATION_ID, row.eventId());
        facts.put(Facts.REPEAT_SCOPE, "effect." + row.effect());
        facts.put(Facts.REPEAT_KEY, row.id() + ":" + answer.step());
        if (row.correlationId() != null) {
            facts.put(Facts.CORRELATION_ID, row.correlationId());
        }
        return facts;
    }
}
