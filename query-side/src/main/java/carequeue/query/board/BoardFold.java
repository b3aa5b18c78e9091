package carequeue.query.board;

import carequeue.api.EventName;
import carequeue.api.queue.EntryNote;
import carequeue.api.queue.EntryNote.EntryEnteredInError;
import carequeue.api.queue.EntryNote.EntryReassigned;
import carequeue.api.queue.EntryNote.PointNeeded;
import carequeue.api.queue.EntryState;
import carequeue.api.queue.QueueEvent;
import carequeue.api.queue.QueueEvent.EntryBroughtBack;
import carequeue.api.queue.QueueEvent.EntryCalled;
import carequeue.api.queue.QueueEvent.EntryElsewhere;
import carequeue.api.queue.QueueEvent.EntryEvent;
import carequeue.api.queue.QueueEvent.EntryHeld;
import carequeue.api.queue.QueueEvent.EntryJoined;
import carequeue.api.queue.QueueEvent.EntryLeft;
import carequeue.api.queue.QueueEvent.EntryNoShow;
import carequeue.api.queue.QueueEvent.EntryPrioritized;
import carequeue.api.queue.QueueEvent.EntryRecalled;
import carequeue.api.queue.QueueEvent.EntryTransferred;
import carequeue.api.queue.QueueEvent.PolicyAdopted;
import carequeue.api.queue.QueueEvent.QueueClosed;
import carequeue.api.queue.QueueEvent.QueueOpened;
import carequeue.api.queue.QueueEvent.QueuePaused;
import carequeue.api.queue.QueueEvent.QueueResumed;
import carequeue.api.queue.QueueEvent.ServiceCompleted;
import carequeue.api.queue.QueueEvent.ServiceStarted;
import carequeue.api.queue.QueueEvent.Standing;
import carequeue.api.queue.QueueEvent.StepUndone;
import carequeue.api.queue.QueueState;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The one fold that makes the board, live and as of any instant: a queue before an event gives the queue after it. */
final class BoardFold {

    private BoardFold() {}

    /** The entries that an event can change. */
    static Set<String> touched(QueueEvent event) {
        Set<String> ids = new HashSet<>();
        if (event instanceof EntryEvent e) {
            ids.add(e.entryId());
        }
        if (event instanceof EntryCalled e) {
            ids.addAll(e.overtaken());
        }
        return ids;
    }

    /** The queue after an event; {@code before} is null where it has not been opened. */
    static BoardState on(BoardState before, QueueEvent event) {
        if (event instanceof QueueOpened e) {
            return before == null
                    ? new BoardState(
                            e.queueId(),
                            e.siteId(),
                            e.serviceId(),
                            e.businessDay(),
                            QueueState.OPEN,
                            e.policy(),
                            Map.of())
                    : before.in(QueueState.OPEN);
        }
        if (before == null) {
            return null;
        }
        if (event instanceof EntryEvent e) {
            return entry(before, e);
        }
        return queue(before, event);
    }

    private static BoardState queue(BoardState before, QueueEvent event) {
        if (event instanceof QueuePaused) {
            return before.in(QueueState.PAUSED);
        }
        if (event instanceof PolicyAdopted e) {
            return before.under(e.policy());
        }
        if (event instanceof QueueResumed) {
            return before.in(QueueState.OPEN);
        }
        return event instanceof QueueClosed ? before.in(QueueState.CLOSED) : before;
    }

    private static BoardState entry(BoardState before, EntryEvent event) {
        if (event instanceof EntryJoined e) {
            return before.with(joined(e));
        }
        if (event instanceof EntryCalled e) {
            return called(before, e);
        }
        if (event instanceof EntryNote note) {
            return noted(before, note);
        }
        return before.with(event.entryId(), entry -> stepped(entry, event));
    }

    // The other notes stand on the board as open items of the visit.
    private static BoardState noted(BoardState before, EntryNote note) {
        if (note instanceof EntryEnteredInError e) {
            return before.with(e.entryId(), entry -> entry.ended(EntryState.ENTERED_IN_ERROR, e.at(), null));
        }
        if (note instanceof PointNeeded e) {
            return before.with(e.entryId(), entry -> entry.needing(e.needs()));
        }
        return note instanceof EntryReassigned e
                ? before.with(e.entryId(), entry -> entry.boundTo(e.providerId()))
                : before;
    }

    private static Entry joined(EntryJoined e) {
        return new Entry(
                e.entryId(),
                e.ticket(),
                e.number(),
                e.visitId(),
                e.patientId(),
                e.providerId(),
                e.slot(),
                e.at(),
                Standings.joined(e),
                null,
                0,
                false,
                null,
                e.needs());
    }

    private static BoardState called(BoardState before, EntryCalled e) {
        BoardState after =
                before.with(e.entryId(), entry -> entry.step(Standings.called(entry.standing(), e), name(e)));
        // A chosen call is outside the bound, so it does not count.
        if (e.automatic()) {
            for (String other : e.overtaken()) {
                after = after.with(other, Entry::overtakenOnceMore);
            }
        }
        return after;
    }

    private static Entry stepped(Entry entry, EntryEvent event) {
        Standing s = entry.standing();
        if (event instanceof StepUndone e) {
            return entry.step(e.back(), null);
        } else if (event instanceof EntryElsewhere e) {
            return entry.elsewhere(e.elsewhere());
        } else if (event instanceof ServiceCompleted e) {
            return entry.ended(EntryState.COMPLETED, e.at(), null);
        } else if (event instanceof EntryTransferred e) {
            return entry.ended(EntryState.TRANSFERRED, e.at(), null);
        } else if (event instanceof EntryLeft e) {
            return entry.ended(EntryState.LEFT, e.at(), name(e));
        }
        return entry.step(standing(s, event), name(event));
    }

    private static Standing standing(Standing s, EntryEvent event) {
        if (event instanceof EntryRecalled e) {
            return Standings.waiting(s.acuity(), s.arrivedAt(), e.recalls());
        } else if (event instanceof ServiceStarted e) {
            return Standings.started(s, e);
        } else if (event instanceof EntryHeld e) {
            return Standings.held(s, e.reason());
        } else if (event instanceof EntryPrioritized e) {
            return Standings.prioritized(s, e.acuity());
        } else if (event instanceof EntryNoShow) {
            return Standings.in(s, EntryState.NO_SHOW);
        } else if (event instanceof EntryBroughtBack e) {
            return Standings.waiting(s.acuity(), e.arrivedAt(), 0);
        }
        return Standings.waiting(s.acuity(), s.arrivedAt(), s.recalls());
    }

    private static String name(QueueEvent event) {
        return event.getClass().getAnnotation(EventName.class).value();
    }
}
