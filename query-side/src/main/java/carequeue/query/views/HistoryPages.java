package carequeue.query.views;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** Settled history after a position, page by page, until its head. */
final class HistoryPages {

    private final Iterator<? extends TrackedEventMessage<?>> events;

    HistoryPages(EventStorageEngine history, long after) {
        this.events = history.readEvents(new GlobalSequenceTrackingToken(after), false)
                .iterator();
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
