package carequeue.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Finds the aggregate that an order speaks to; Axon's own way searches the annotations of the order's class each time. */
final class CommandTargets implements CommandTargetResolver {

    private static final ClassValue<Method> IDENTIFIERS = new ClassValue<>() {
        @Override
        protected Method computeValue(Class<?> order) {
            return order.isRecord() ? identifier(order.getRecordComponents()) : null;
        }
    };

    private final CommandTargetResolver others =
            AnnotationCommandTargetResolver.builder().build();

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        Method identifier = IDENTIFIERS.get(command.getPayloadType());
        Object target = identifier == null ? null : value(identifier, command.getPayload());
        return target == null ? others.resolveTarget(command) : new VersionedAggregateIdentifier(target, null);
    }

    private static Object value(Method identifier, Object order) {
        try {
            return identifier.invoke(order);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException("an order does not tell its target", e);
        }
    }

    private static Method identifier(RecordComponent[] components) {
        Method found = null;
        for (RecordComponent component : components) {
            if (component.getAccessor().isAnnotationPresent(TargetAggregateVersion.class)) {
                return null;
            }
            if (component.getAccessor().isAnnotationPresent(TargetAggregateIdentifier.class)) {
                found = component.getAccessor();
                found.setAccessible(true);
            }
        }
        return found;
    }
}
