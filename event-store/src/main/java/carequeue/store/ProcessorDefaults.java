package carequeue.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.eventhandling.MultiEventHandlerInvoker;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;

/** How processors run: woken by commits, from the beginning of history, in order, stopping at an error instead of passing over it. */
final class ProcessorDefaults implements ConfigurerModule {

    private static final int VIEW_BATCH = 1000;

    private static final Duration QUIET = Duration.ofMillis(5);

    /** Somebody may wait until a view has passed what he did. */
    private static final Duration SOON = Duration.ofMillis(20);

    private static final Duration LATER = Duration.ofMillis(500);

    private final Processing processing;
    private final SegmentCounts segments;
    private final PostgresEvents engine;
    private final StableNames names;

    ProcessorDefaults(Processing processing, SegmentCounts segments, PostgresEvents engine, StableNames names) {
        this.processing = processing;
        this.segments = segments;
        this.engine = engine;
        this.names = names;
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
                .messageSource(source(name, configuration.eventStore(), invoker))
                .tokenStore(parts.tokenStore(name))
                .transactionManager(parts.transactionManager(name))
                .spanFactory(configuration.getComponent(EventProcessorSpanFactory.class))
                .trackingEventProcessorConfiguration(settings(name))
                .build();
    }

    private StreamableMessageSource<TrackedEventMessage<?>> source(
            String name, EventStore store, EventHandlerInvoker invoker) {
        boolean view = name.startsWith("view.");
        return new OnlyHeard(
                view ? new FromAfar(store, engine, List.copyOf(names.kinds(kind -> !hears(invoker, kind)))) : store,
                event -> invoker.canHandle(event, Segment.ROOT_SEGMENT),
                QUIET,
                view ? SOON : LATER);
    }

    private static boolean hears(EventHandlerInvoker invoker, Class<?> kind) {
        if (invoker instanceof MultiEventHandlerInvoker several) {
            return several.delegates().stream().anyMatch(one -> hears(one, kind));
        }
        return !(invoker instanceof SimpleEventHandlerInvoker simple)
                || simple.eventHandlers().stream().anyMatch(handler -> handler.canHandleType(kind));
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
