package carequeue.command.journey;

import carequeue.api.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;

/** Where an event handler gives its orders: written down, and answered as arranged. */
final class Stage {

    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final Map<Class<?>, Object> answers = new HashMap<>();
    final List<Object> ordered = new ArrayList<>();
    final Orders orders =
            new Orders(DefaultCommandGateway.builder().commandBus(bus).build(), Runnable::run);

    Stage(Class<?>... taken) {
        for (Class<?> order : taken) {
            bus.subscribe(order.getName(), m -> {
                ordered.add(m.getPayload());
                Object answer = answers.get(order);
                if (answer instanceof RuntimeException failure) {
                    throw failure;
                }
                return answer;
            });
        }
    }

    void answer(Class<?> order, Object answer) {
        answers.put(order, answer);
    }

    <C> List<C> of(Class<C> type) {
        return ordered.stream().filter(type::isInstance).map(type::cast).toList();
    }

    static EventMessage<?> message(String id, Object event) {
        return new GenericEventMessage<>(id, event, Map.of(Facts.SITE, "main"), Play.NOON);
    }
}
