package carequeue.query.views;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Settled history after a position, page by page, until its head. */
final class HistoryPages {

    private final Iterator<TrackedEventMessage<?>> events;

    HistoryPages(Stream<TrackedEventMessage<?>> events) {
        this.events = events.iterator();
    }

    /** The next events, at most so many; empty at the head. */
    List<Told> next(int atMost) {
        List<Told> page = new ArrayList<>();
        while (page.size() < atMost && events.hasNext()) {
            TrackedEventMessage<?> event = events.next();
            page.add(new Told(event, event.trackingToken().position().orElseThrow()));
        }
        return page;
    }
}
