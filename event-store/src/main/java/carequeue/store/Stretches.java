package carequeue.store;

import java.time.Instant;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/**
 * Settled history until its head, stretch by stretch, for somebody to whom some kinds of events say nothing: these are not even fetched.
 *
 * <p>Where places were left out, their last one comes as {@link Upcast.Nothing}, so that the reader knows how far it is. An event of an older
 * revision, or of a name that is not known today, is never left out: only its upcaster knows what it becomes.
 */
final class Stretches extends Spliterators.AbstractSpliterator<EventReads.Stretch> {

    private static final int PLACES = 2000;

    private final EventReads reads;
    private final String[] without;
    private final Serializer serializer;
    private final EventUpcaster upcasters;
    private long position;

    Stretches(EventReads reads, long after, List<String> without, Serializer serializer, EventUpcaster upcasters) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.reads = reads;
        this.position = after;
        this.without = without.toArray(String[]::new);
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /** The messages of all stretches. */
    Stream<TrackedEventMessage<?>> messages() {
        return StreamSupport.stream(this, false).flatMap(stretch -> {
            Stream<TrackedEventMessage<?>> events =
                    EventUtils.upcastAndDeserializeTrackedEvents(stretch.events().stream(), serializer, upcasters);
            return endsWithAnEvent(stretch) ? events : Stream.concat(events, Stream.of(place(stretch.to())));
        });
    }

    @Override
    public boolean tryAdvance(Consumer<? super EventReads.Stretch> action) {
        EventReads.Stretch next = reads.stretch(position, PLACES, without);
        if (next.to() == position) {
            return false;
        }
        position = next.to();
        action.accept(next);
        return true;
    }

    private boolean endsWithAnEvent(EventReads.Stretch stretch) {
        List<StoredEvent> events = stretch.events();
        return without.length == 0
                || !events.isEmpty() && events.get(events.size() - 1).index() == stretch.to();
    }

    private static TrackedEventMessage<?> place(long position) {
        return new GenericTrackedEventMessage<>(
                new GlobalSequenceTrackingToken(position),
                new GenericEventMessage<>(
                        "place-" + position, new Upcast.Nothing(), MetaData.emptyInstance(), Instant.EPOCH));
    }
}
