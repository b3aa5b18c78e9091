package carequeue.command.queue;

import static carequeue.api.queue.EntryState.HELD;
import static carequeue.api.queue.EntryState.NO_SHOW;
import static carequeue.api.queue.EntryState.WAITING;

import carequeue.api.queue.EntryNote.EntryUnfinished;
import carequeue.api.queue.QueueEvent.EntryEvent;
import carequeue.api.queue.QueueEvent.EntryLeft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What becomes of the entries when a queue ends: nobody is forgotten, and nobody is thrown out of a room. */
record DayEnd(Line line, String queueId, Instant at) {

    private static final String REASON = "closed";

    /** Those who wait, or are held, count as gone. */
    List<EntryEvent> gone() {
        List<EntryEvent> events = new ArrayList<>();
        line.where(e -> e.state() == WAITING || e.state() == HELD)
                .forEach(e ->
                        events.add(new EntryLeft(queueId, e.id(), e.joined().visitId(), REASON, at)));
        return events;
    }

    /** Those who are called or in service are asked about, once. */
    List<EntryEvent> unfinished() {
        return asked(line.where(e -> e.state().withStaff() && !e.marks().asked()));
    }

    /** Those who never came back are noted, so that their visits can end. */
    List<EntryEvent> neverCameBack() {
        return asked(line.where(e -> e.state() == NO_SHOW && !e.marks().asked()));
    }

    private List<EntryEvent> asked(List<Entry> entries) {
        List<EntryEvent> events = new ArrayList<>();
        entries.forEach(e -> events.add(new EntryUnfinished(
                queueId, e.id(), e.joined().visitId(), e.state(), e.standing().servicePointName(), at)));
        return events;
    }
}
