package carequeue.api.queue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Questions about queues and their answers. */
public sealed interface QueueQuery {

    /** The board of one queue; the answer is a {@link Board} or null. */
    record FindBoard(String queueId) implements QueueQuery {}

    /** The queues of a site on a business day; the answer is {@link Queues}. */
    record FindQueues(String siteId, LocalDate businessDay) implements QueueQuery {}

    /** The board as it stood at an instant, or after a position in history; exactly one of the two is given. */
    record FindBoardAsOf(String queueId, Instant at, Long position) implements QueueQuery {}

    /** Queues in short. */
    record Queues(List<QueueLine> items) {}

    /** One queue in short. */
    record QueueLine(
            String queueId,
            String siteId,
            String serviceId,
            LocalDate date,
            QueueState state,
            int waiting,
            int called,
            int inService) {}

    /** A queue as staff see it; {@code position} is the place in history that it shows. */
    record Board(
            String queueId,
            String siteId,
            String serviceId,
            LocalDate date,
            QueueState state,
            long position,
            List<BoardEntry> entries) {}

    /**
     * One entry.
     *
     * @param place counts from 1 among those waiting, else null
     * @param needs the kind of service point that the patient needs instead of what the service needs, or null
     */
    record BoardEntry(
            String entryId,
            String ticket,
            EntryState state,
            Integer acuity,
            String visitId,
            BoardPatient patient,
            Instant joinedAt,
            Instant calledAt,
            String servicePoint,
            Integer place,
            String providerId,
            Estimate estimate,
            List<String> flags,
            String needs) {}

    /** The patient as the board names them. */
    record BoardPatient(String id, String name) {}

    /** Minutes of wait expected: half of the patients wait no longer than p50, nine in ten no longer than p90. */
    record Estimate(int p50, int p90) {}
}
