package carequeue.query.board;

import carequeue.api.queue.EntryState;
import carequeue.api.queue.HoldReason;
import carequeue.api.queue.QueueEvent.EntryCalled;
import carequeue.api.queue.QueueEvent.EntryJoined;
import carequeue.api.queue.QueueEvent.ServiceStarted;
import carequeue.api.queue.QueueEvent.Standing;
import java.time.Instant;

/** How an entry stands after each step. */
final class Standings {

    private Standings() {}

    static Standing joined(EntryJoined e) {
        return waiting(e.acuity(), e.arrivedAt(), 0);
    }

    static Standing called(Standing s, EntryCalled e) {
        return new Standing(
                EntryState.CALLED,
                s.acuity(),
                s.arrivedAt(),
                e.servicePoint(),
                e.servicePointName(),
                e.at(),
                null,
                null,
                s.recalls());
    }

    static Standing started(Standing s, ServiceStarted e) {
        return new Standing(
                EntryState.IN_SERVICE,
                s.acuity(),
                s.arrivedAt(),
                e.servicePoint(),
                s.servicePointName(),
                s.calledAt(),
                e.at(),
                null,
                s.recalls());
    }

    static Standing in(Standing s, EntryState state) {
        return new Standing(
                state,
                s.acuity(),
                s.arrivedAt(),
                s.servicePoint(),
                s.servicePointName(),
                s.calledAt(),
                s.startedAt(),
                null,
                s.recalls());
    }

    static Standing waiting(Integer acuity, Instant arrivedAt, int recalls) {
        return new Standing(EntryState.WAITING, acuity, arrivedAt, null, null, null, null, null, recalls);
    }

    static Standing held(Standing s, HoldReason reason) {
        return new Standing(EntryState.HELD, s.acuity(), s.arrivedAt(), null, null, null, null, reason, s.recalls());
    }

    static Standing prioritized(Standing s, int acuity) {
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
