package carequeue.store;

import carequeue.api.Facts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/**
 * Passes the facts of a message on to everything that it causes, with the message itself as the cause.
 *
 * <p>Time, reason and policies belong to what the command says, so they pass from a command to its events and no further.
 */
public class FactsPassedOn implements CorrelationDataProvider {

    private static final List<String> ALWAYS = List.of(
            Facts.ACTOR,
            Facts.ROLES,
            Facts.ON_BEHALF_OF,
            Facts.CHANNEL,
            Facts.SOURCE,
            Facts.CORRELATION_ID,
            Facts.SITE,
            Facts.BUSINESS_DAY);
    private static final List<String> TO_EVENTS = List.of(Facts.REASON, Facts.POLICIES, Facts.OCCURRED_AT);

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Map<String, Object> facts = new HashMap<>();
        copy(ALWAYS, message, facts);
        if (message instanceof CommandMessage) {
            copy(TO_EVENTS, message, facts);
        }
        facts.put(Facts.CAUSATION_ID, message.getIdentifier());
        return facts;
    }

    private static void copy(List<String> names, Message<?> message, Map<String, Object> facts) {
        for (String name : names) {
            Object value = message.getMetaData().get(name);
            if (value != null) {
                facts.put(name, value);
            }
        }
    }
}
