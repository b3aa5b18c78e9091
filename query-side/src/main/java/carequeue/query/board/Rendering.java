package carequeue.query.board;

import carequeue.api.queue.CallingOrder;
import carequeue.api.queue.Candidate;
import carequeue.api.queue.EntryState;
import carequeue.api.queue.QueueQuery.Board;
import carequeue.api.queue.QueueQuery.BoardEntry;
import carequeue.api.queue.QueueQuery.BoardPatient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What people see of a queue at an instant; the live board and the board as of an instant are rendered alike.
 *
 * @param visits what the visits say of their entries, by visit
 * @param names the patients' names, by patient
 */
record Rendering(BoardState queue, Map<String, Around.Visit> visits, Map<String, String> names) {

    Board board(Instant now, long position) {
        Map<String, Integer> places = places(now);
        return new Board(
                queue.queueId(),
                queue.siteId(),
                queue.serviceId(),
                queue.date(),
                queue.state(),
                position,
                queue.entries().values().stream()
                        .map(entry -> entry(entry, places.get(entry.entryId())))
                        .toList());
    }

    /** The places of those waiting, counted from 1. */
    Map<String, Integer> places(Instant now) {
        List<Candidate> waiting = queue.entries().values().stream()
                .filter(entry -> entry.state() == EntryState.WAITING)
                .map(Entry::candidate)
                .toList();
        Map<String, Integer> places = new HashMap<>();
        for (Candidate next : new CallingOrder(queue.policy()).order(waiting, now)) {
            places.put(next.entryId(), places.size() + 1);
        }
        return places;
    }

    private BoardEntry entry(Entry e, Integer place) {
        return new BoardEntry(
                e.entryId(),
                e.ticket(),
                e.state(),
                e.standing().acuity(),
                e.visitId(),
                patient(e),
                seen(e.joinedAt()),
                seen(e.standing().calledAt()),
                e.standing().servicePoint(),
                place,
                e.providerId(),
                null,
                flags(e),
                e.needs());
    }

    BoardPatient patient(Entry e) {
        String id = patientId(e, visits);
        return new BoardPatient(id, names.getOrDefault(id, "(name unknown)"));
    }

    static String patientId(Entry e, Map<String, Around.Visit> visits) {
        String later = visits.getOrDefault(e.visitId(), Around.Visit.NOTHING).patientId();
        return later == null ? e.patientId() : later;
    }

    List<String> flags(Entry e) {
        List<String> flags = new ArrayList<>();
        if (e.standing().held() != null) {
            flags.add("hold-" + e.standing().held());
        }
        if (e.elsewhere()) {
            flags.add("elsewhere");
        }
        flags.addAll(visits.getOrDefault(e.visitId(), Around.Visit.NOTHING).flags());
        return flags;
    }

    // The database keeps microseconds; what is shown is the same from both.
    private static Instant seen(Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.MILLIS);
    }
}
