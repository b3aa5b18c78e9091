package carequeue.query.board;

import carequeue.api.queue.Candidate;
import carequeue.api.queue.EntryState;
import carequeue.api.queue.QueueEvent.Standing;
import java.time.Instant;

/**
 * One entry as the fold knows it.
 *
 * @param undoable the stable name of the step that can be taken back, or null
 * @param needs the kind of service point that the patient needs instead of what the service needs, or null
 */
record Entry(
        String entryId,
        String ticket,
        long number,
        String visitId,
        String patientId,
        String providerId,
        Instant slot,
        Instant joinedAt,
        Standing standing,
        Instant endedAt,
        int overtaken,
        boolean elsewhere,
        String undoable,
        String needs) {

    EntryState state() {
        return standing.state();
    }

    Candidate candidate() {
        return new Candidate(entryId, standing.acuity(), standing.arrivedAt(), number, slot, providerId, overtaken);
    }

    /** Stands otherwise after a step that can be taken back. */
    Entry step(Standing now, String name) {
        return new Entry(
                entryId,
                ticket,
                number,
                visitId,
                patientId,
                providerId,
                slot,
                joinedAt,
                now,
                null,
                overtaken,
                elsewhere,
                name,
                needs);
    }

    /** The way through this queue is over. */
    Entry ended(EntryState state, Instant at, String name) {
        return new Entry(
                entryId,
                ticket,
                number,
                visitId,
                patientId,
                providerId,
                slot,
                joinedAt,
                Standings.in(standing, state),
                at,
                overtaken,
                elsewhere,
                name,
                needs);
    }

    /** Another provider sees the patient, or (null) whoever is free. */
    Entry boundTo(String provider) {
        return new Entry(
                entryId, ticket, number, visitId, patientId, provider, slot, joinedAt, standing, endedAt, overtaken,
                elsewhere, undoable, needs);
    }

    /** Another kind of service point is needed, or (null) none in particular. */
    Entry needing(String kind) {
        return new Entry(
                entryId,
                ticket,
                number,
                visitId,
                patientId,
                providerId,
                slot,
                joinedAt,
                standing,
                endedAt,
                overtaken,
                elsewhere,
                undoable,
                kind);
    }

    Entry elsewhere(boolean now) {
        return new Entry(
                entryId,
                ticket,
                number,
                visitId,
                patientId,
                providerId,
                slot,
                joinedAt,
                standing,
                endedAt,
                overtaken,
                now,
                undoable,
                needs);
    }

    Entry overtakenOnceMore() {
        return new Entry(
                entryId,
                ticket,
                number,
                visitId,
                patientId,
                providerId,
                slot,
                joinedAt,
                standing,
                endedAt,
                overtaken + 1,
                elsewhere,
                undoable,
                needs);
    }
}
