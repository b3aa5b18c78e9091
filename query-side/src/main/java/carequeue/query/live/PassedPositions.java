package carequeue.query.live;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Notes the position a batch of a view ends at in the batch's own transaction, once a batch. */
final class PassedPositions implements MessageHandlerInterceptor<EventMessage<?>> {

    private static final String NOTED = PassedPositions.class.getName();

    private final String view;
    private final ViewPositions positions;
    private final Runnable passed;

    PassedPositions(String view, ViewPositions positions, Runnable passed) {
        this.view = view;
        this.positions = positions;
        this.passed = passed;
    }

    @Override
    public Object handle(UnitOfWork<? extends EventMessage<?>> unit, InterceptorChain chain) throws Exception {
        UnitOfWork<?> root = unit.root();
        if (root.resources().putIfAbsent(NOTED, true) == null) {
            root.onPrepareCommit(this::note);
            root.afterCommit(whole -> passed.run());
        }
        return chain.proceed();
    }

    // The names under which Axon's processors keep the segment and the last token of a batch.
    private void note(UnitOfWork<?> batch) {
        Integer segment = batch.getResource("Processor[" + view + "]/SegmentId");
        TrackingToken last = batch.getResource("Processor[" + view + "]/Token");
        if (segment != null && last != null) {
            last.position().ifPresent(position -> positions.note(view, segment, position));
        }
    }
}
