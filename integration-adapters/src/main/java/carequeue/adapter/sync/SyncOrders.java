package carequeue.adapter.sync;

import carequeue.api.Channel;
import carequeue.api.Facts;
import carequeue.api.Refused;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Tells the clinic what a sync has read. */
@Component
public class SyncOrders {

    private static final Map<String, ?> FACTS =
            Map.of(Facts.ACTOR, "integration", Facts.ROLES, "integration", Facts.CHANNEL, Channel.SYSTEM.toString());

    private final CommandGateway commands;

    public SyncOrders(CommandGateway commands) {
        this.commands = commands;
    }

    /** Sends a command; answers why it was refused, by the name of the rule, or nothing. */
    Optional<String> send(Object command) {
        try {
            commands.sendAndWait(new GenericCommandMessage<>(command, FACTS));
            return Optional.empty();
        } catch (Refused.AgainstRule refused) {
            return Optional.of(refused.rule());
        } catch (Refused.AlreadyTaken refused) {
            return Optional.of(refused.kind() + " taken");
        } catch (Refused refused) {
            return Optional.of(refused.getClass().getSimpleName());
        }
    }
}
