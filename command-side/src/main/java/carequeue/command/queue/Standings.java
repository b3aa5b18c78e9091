package carequeue.command.queue;

import static carequeue.api.queue.EntryState.CALLED;
import static carequeue.api.queue.EntryState.COMPLETED;
import static carequeue.api.queue.EntryState.HELD;
import static carequeue.api.queue.EntryState.IN_SERVICE;
import static carequeue.api.queue.EntryState.LEFT;
import static carequeue.api.queue.EntryState.NO_SHOW;
import static carequeue.api.queue.EntryState.TRANSFERRED;
import static carequeue.api.queue.EntryState.WAITING;

import carequeue.api.queue.EntryState;
import carequeue.api.queue.HoldReason;
import carequeue.api.queue.QueueEvent.EntryBroughtBack;
import carequeue.api.queue.QueueEvent.EntryCalled;
import carequeue.api.queue.QueueEvent.EntryEvent;
import carequeue.api.queue.QueueEvent.EntryHeld;
import carequeue.api.queue.QueueEvent.EntryLeft;
import carequeue.api.queue.QueueEvent.EntryNoShow;
import carequeue.api.queue.QueueEvent.EntryPrioritized;
import carequeue.api.queue.QueueEvent.EntryRecalled;
import carequeue.api.queue.QueueEvent.EntryReleased;
import carequeue.api.queue.QueueEvent.EntryTransferred;
import carequeue.api.queue.QueueEvent.ServiceCompleted;
import carequeue.api.queue.QueueEvent.ServiceStarted;
import carequeue.api.queue.QueueEvent.Standing;
import java.time.Instant;

/** How an entry stands after a step. */
final class Standings {

    private Standings() {}

    /** The standing after an event; the same object when the event is no step of the entry. */
    static Standing after(Standing s, EntryEvent e) {
        if (e instanceof EntryCalled c) {
            return at(s, CALLED, c.servicePoint(), c.servicePointName(), c.at(), null);
        } else if (e instanceof EntryRecalled r) {
            return waiting(s, s.arrivedAt(), r.recalls());
        } else if (e instanceof ServiceStarted started) {
            return at(s, IN_SERVICE, s.servicePoint(), s.servicePointName(), s.calledAt(), started.at());
        } else if (e instanceof EntryHeld held) {
            return in(s, HELD, held.reason());
        } else if (e instanceof EntryReleased) {
            return in(s, WAITING, null);
        } else if (e instanceof EntryBroughtBack back) {
            return waiting(s, back.arrivedAt(), 0);
        } else if (e instanceof EntryPrioritized p) {
            return withAcuity(s, p.acuity());
        }
        return ended(s, e);
    }

    private static Standing ended(Standing s, EntryEvent e) {
        if (e instanceof ServiceCompleted) {
            return in(s, COMPLETED, null);
        } else if (e instanceof EntryNoShow) {
            return in(s, NO_SHOW, null);
        } else if (e instanceof EntryTransferred) {
            return in(s, TRANSFERRED, null);
        } else if (e instanceof EntryLeft) {
            return in(s, LEFT, null);
        }
        return s;
    }

    private static Standing at(
            Standing s, EntryState state, String point, String pointName, Instant calledAt, Instant startedAt) {
        return new Standing(
                state, s.acuity(), s.arrivedAt(), point, pointName, calledAt, startedAt, s.held(), s.recalls());
    }

    static Standing in(Standing s, EntryState state, HoldReason held) {
        return new Standing(
                state,
                s.acuity(),
                s.arrivedAt(),
                s.servicePoint(),
                s.servicePointName(),
                s.calledAt(),
                s.startedAt(),
                held,
                s.recalls());
    }

    private static Standing waiting(Standing s, Instant arrivedAt, int recalls) {
        return new Standing(WAITING, s.acuity(), arrivedAt, null, null, null, null, null, recalls);
    }

    private static Standing withAcuity(Standing s, int acuity) {
        return new Standing(
                s.state(),
                acuity,
                s.arrivedAt(),
                s.servicePoint(),
                s.servicePointName(),
                s.calledAt(),
                s.startedAt(),
                s.held(),
                s.recalls());
    }
}
