package carequeue.command;

import carequeue.command.door.Bodies;
import carequeue.command.door.NoCardNumbers;
import com.fasterxml.jackson.databind.DeserializationFeature;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The side that decides: aggregates, their doors and the processes between them. */
@Configuration(proxyBeanMethods = false)
@ComponentScan("carequeue.command")
public class CommandSide {

    /** A queue's day may have thousands of events; the other aggregates stay short. */
    @Bean
    SnapshotTriggerDefinition queueSnapshots(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, 250);
    }

    @Bean
    Aside aside() {
        return new Aside();
    }

    /** Nobody at a desk waits for a snapshot. */
    @Bean
    SpringAggregateSnapshotter snapshotter(
            org.axonframework.config.Configuration axon,
            HandlerDefinition handlers,
            ParameterResolverFactory parameters,
            EventStore history,
            TransactionManager transactions,
            Aside aside) {
        return SpringAggregateSnapshotter.builder()
                .repositoryProvider(axon::repository)
                .transactionManager(transactions)
                .eventStore(history)
                .parameterResolverFactory(parameters)
                .handlerDefinition(handlers)
                .executor(aside::execute)
                .build();
    }

    /** A field that no door knows is a mistake of the caller, not something to pass over. */
    @Bean
    Jackson2ObjectMapperBuilderCustomizer unknownFieldsAreRefused() {
        return builder -> builder.featuresToEnable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @Bean
    FilterRegistrationBean<Bodies> bodies() {
        FilterRegistrationBean<Bodies> bodies = new FilterRegistrationBean<>(new Bodies());
        bodies.addUrlPatterns("/api/*");
        // Behind security: a body is read only of one who may send it.
        bodies.setOrder(Ordered.LOWEST_PRECEDENCE - 10);
        return bodies;
    }

    /** No card number enters by any door: not in a body, an address or a key. */
    @Bean
    FilterRegistrationBean<NoCardNumbers> noCardNumbers(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        FilterRegistrationBean<NoCardNumbers> filter = new FilterRegistrationBean<>(new NoCardNumbers(problems));
        filter.addUrlPatterns("/*");
        filter.setOrder(Ordered.LOWEST_PRECEDENCE - 9);
        return filter;
    }
}
