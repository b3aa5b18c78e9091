package carequeue.store;

import java.lang.reflect.Constructor;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;

/** Aggregates are made by their constructors: each load of one made a bean else, which took longer than its event. */
final class PlainAggregates implements BeanDefinitionRegistryPostProcessor {

    // The name under which Axon looks for a factory before it makes one of its own.
    private static final String NAME = "AggregateFactory";

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        ConfigurableListableBeanFactory beans = (ConfigurableListableBeanFactory) registry;
        for (String name : beans.getBeanNamesForAnnotation(Aggregate.class)) {
            Class<?> type = beans.getType(name, false);
            registry.registerBeanDefinition(
                    StringUtils.uncapitalize(type.getSimpleName()) + NAME,
                    BeanDefinitionBuilder.genericBeanDefinition(Made.class)
                            .addConstructorArgValue(type)
                            .getBeanDefinition());
        }
    }

    /** Makes aggregates of a type: from a snapshot, or empty for its first event. */
    static final class Made<T> implements AggregateFactory<T> {
        private final Class<T> type;
        private final Constructor<T> empty;

        Made(Class<T> type) throws NoSuchMethodException {
            this.type = type;
            this.empty = ReflectionUtils.accessibleConstructor(type);
        }

        @Override
        public T createAggregateRoot(String aggregateId, DomainEventMessage<?> first) {
            return type.isAssignableFrom(first.getPayloadType())
                    ? type.cast(first.getPayload())
                    : BeanUtils.instantiateClass(empty);
        }

        @Override
        public Class<T> getAggregateType() {
            return type;
        }
    }
}
