package carequeue.store;

import java.util.concurrent.TimeUnit;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.messaging.StreamableMessageSource;

/** How processors run: woken by commits, from the beginning of history, in order, stopping at an error instead of passing over it. */
final class ProcessorDefaults implements ConfigurerModule {

    private static final int VIEW_BATCH = 1000;

    private final Processing processing;
    private final SegmentCounts segments;

    ProcessorDefaults(Processing processing, SegmentCounts segments) {
        this.processing = processing;
        this.segments = segments;
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer
                .eventProcessing()
                .registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance())
                .registerDefaultErrorHandler(c -> PropagatingErrorHandler.instance())
                .registerDefaultSequencingPolicy(c -> OwnSequencing.PER_AGGREGATE)
                .registerDefaultHandlerInterceptor(
                        (c, name) -> name.startsWith("view.") ? new EventByEvent(name) : null)
                .registerEventProcessorFactory(this::processor);
    }

    private EventProcessor processor(String name, Configuration configuration, EventHandlerInvoker invoker) {
        EventProcessingConfiguration parts = configuration.eventProcessingConfiguration();
        return TrackingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(invoker)
                .rollbackConfiguration(parts.rollbackConfiguration(name))
                .errorHandler(parts.errorHandler(name))
                .messageMonitor(parts.messageMonitor(TrackingEventProcessor.class, name))
                .messageSource(configuration.eventStore())
                .tokenStore(parts.tokenStore(name))
                .transactionManager(parts.transactionManager(name))
                .spanFactory(configuration.getComponent(EventProcessorSpanFactory.class))
                .trackingEventProcessorConfiguration(settings(name))
                .build();
    }

    private TrackingEventProcessorConfiguration settings(String name) {
        return TrackingEventProcessorConfiguration.forParallelProcessing(segments.of(name))
                .andInitialSegmentsCount(segments.of(name))
                .andBatchSize(name.startsWith("view.") ? VIEW_BATCH : 1)
                .andInitialTrackingToken(StreamableMessageSource::createTailToken)
                .andTokenClaimInterval(5, TimeUnit.SECONDS)
                .andAutoStart(processing.runsHere().test(name));
    }
}
