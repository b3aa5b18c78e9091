package carequeue.command.journey;

import carequeue.api.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;

/** Takes the orders of a process that is no saga, writes them down and answers as arranged. */
final class Told {

    final List<Object> ordered = new ArrayList<>();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final Map<Class<?>, Object> answers = new HashMap<>();

    Told(Class<?>... orders) {
        for (Class<?> order : orders) {
            bus.subscribe(order.getName(), this::take);
        }
    }

    private Object take(CommandMessage<?> message) {
        ordered.add(message.getPayload());
        Object answer = answers.get(message.getPayloadType());
        if (answer instanceof Refused refused) {
            throw refused;
        }
        return answer;
    }

    Told answering(Class<?> order, Object answer) {
        answers.put(order, answer);
        return this;
    }

    Orders orders() {
        return new Orders(DefaultCommandGateway.builder().commandBus(bus).build(), Runnable::run);
    }

    <C> C order(Class<C> type) {
        return ordered.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " in " + ordered));
    }
}
