package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;

import carequeue.api.queue.QueueEvent.EntryJoined;
import carequeue.api.visit.VisitEvent.CheckInReversed;
import carequeue.api.visit.VisitEvent.TakenBack;
import carequeue.api.visit.VisitEvent.VisitCancelled;
import java.time.LocalDate;
import java.util.List;

/** A check-in that is taken back. */
abstract class TakenBackPlay {

    static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    static final String QUEUE = "main.lab.2026-11-23";

    static List<TakenBack> bothWays() {
        return List.of(
                new CheckInReversed("v1", "main", "p1", "a1", "the other Maria", NOON),
                new VisitCancelled("v1", "main", "p1", "a1", "comes tomorrow", NOON));
    }

    static EntryJoined joined() {
        return new EntryJoined(QUEUE, "e1", "v1", "p1", "L-001", 1, 3, null, null, NOON, NOON);
    }
}
