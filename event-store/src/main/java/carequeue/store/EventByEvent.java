package carequeue.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.GenericResultMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Repeats a view's failed batch event by event, so that only the event that fails is set aside.
 *
 * <p>A batch that goes well, which is nearly every one, needs no savepoint and is written as a whole.
 */
final class EventByEvent implements MessageHandlerInterceptor<EventMessage<?>> {

    /** Stands on a unit of work that handles event by event; views that write at the end of a batch look for it. */
    static final String MARK = "carequeue/event-by-event";

    private static final String SEEN = EventByEvent.class.getName();

    // Else Axon makes a result for each event, for which the facts that are passed on are read from each event's
    // metadata.
    private static final ResultMessage<?> NOTHING = new GenericResultMessage<>((Object) null);

    private final String processor;
    private final Map<Integer, Long> failedUpTo = new ConcurrentHashMap<>();

    EventByEvent(String processor) {
        this.processor = processor;
    }

    /** Whether the batch at hand is handled event by event. */
    static boolean now() {
        return CurrentUnitOfWork.isStarted()
                && CurrentUnitOfWork.get().root().resources().containsKey(MARK);
    }

    @Override
    public Object handle(UnitOfWork<? extends EventMessage<?>> unit, InterceptorChain chain) throws Exception {
        UnitOfWork<?> batch = unit.root();
        Integer segment = batch.getResource("Processor[" + processor + "]/SegmentId");
        if (segment != null && batch.resources().putIfAbsent(SEEN, true) == null) {
            begin(batch, segment, unit.getMessage());
        }
        chain.proceed();
        return NOTHING;
    }

    private void begin(UnitOfWork<?> batch, int segment, EventMessage<?> first) {
        Long failed = failedUpTo.get(segment);
        if (failed != null && first instanceof TrackedEventMessage<?> event && at(event.trackingToken()) <= failed) {
            batch.resources().put(MARK, true);
        } else if (failed != null) {
            failedUpTo.remove(segment);
        }
        TrackingToken last = batch.getResource("Processor[" + processor + "]/Token");
        batch.onRollback(rolledBack -> failedUpTo.put(segment, at(last)));
    }

    private static long at(TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }
}
