package carequeue.query.views;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Holds the live generation for the whole of a batch, and passes over what a rebuild has already folded into it. */
public final class BatchInGeneration implements MessageHandlerInterceptor<EventMessage<?>> {

    private static final String LIVE = BatchInGeneration.class.getName();

    private final String view;
    private final Generations generations;

    /** For the processor of a view. */
    public BatchInGeneration(String view, Generations generations) {
        this.view = view;
        this.generations = generations;
    }

    static Generations.Live of(UnitOfWork<?> batch) {
        return batch.getResource(LIVE);
    }

    @Override
    public Object handle(UnitOfWork<? extends EventMessage<?>> unit, InterceptorChain chain) throws Exception {
        Generations.Live live = unit.root().getOrComputeResource(LIVE, key -> generations.held(view));
        boolean folded = unit.getMessage() instanceof TrackedEventMessage<?> event
                && event.trackingToken().position().orElse(Long.MAX_VALUE) <= live.built();
        // Not even dead-lettered once more: the rebuild has done that too.
        return folded ? null : chain.proceed();
    }
}
