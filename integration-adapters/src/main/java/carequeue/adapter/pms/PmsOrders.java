package carequeue.adapter.pms;

import carequeue.api.Channel;
import carequeue.api.Facts;
import carequeue.api.Refused;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Tells the clinic what was read; whoever tells it again changes nothing. */
@Component
@WithPms
public class PmsOrders {

    private static final Map<String, ?> FACTS =
            Map.of(Facts.ACTOR, "integration", Facts.ROLES, "integration", Facts.CHANNEL, Channel.SYSTEM.toString());

    private final CommandGateway commands;

    public PmsOrders(CommandGateway commands) {
        this.commands = commands;
    }

    /** Sends a command; answers why it was refused, or nothing. */
    Optional<Refused> send(Object command) {
        try {
            commands.sendAndWait(new GenericCommandMessage<>(command, FACTS));
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused);
        }
    }

    /** The name of the rule by which something was refused. */
    static String rule(Refused refused) {
        if (refused instanceof Refused.AgainstRule broken) {
            return broken.rule();
        }
        return refused instanceof Refused.AlreadyTaken taken
                ? taken.kind() + " taken"
                : refused.getClass().getSimpleName();
    }
}
