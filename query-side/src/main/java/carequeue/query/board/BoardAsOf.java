package carequeue.query.board;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.patient.PatientEvent;
import carequeue.api.queue.QueueEvent;
import carequeue.api.queue.QueueQuery.Board;
import carequeue.api.queue.QueueQuery.FindBoardAsOf;
import carequeue.api.visit.VisitEvent;
import carequeue.query.history.History;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** The board as it stood: the live fold over the events up to then, with the names by the patients' own events up to then. */
@Component
class BoardAsOf {

    private final History history;
    private final Clock clock;

    BoardAsOf(History history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    @QueryHandler
    Board handle(FindBoardAsOf query) {
        long position =
                query.position() != null ? Math.min(query.position(), history.head()) : history.positionAt(query.at());
        Instant at = shownFor(query, position);
        Rendering rendering = rendering(query.queueId(), position);
        return rendering == null ? null : rendering.board(at, position);
    }

    /** The queue after a position with what stood around it then; null when it had not opened. */
    Rendering rendering(String queueId, long position) {
        BoardState queue = null;
        for (Object event : history.of(queueId, position)) {
            queue = BoardFold.on(queue, (QueueEvent) event);
        }
        return queue == null ? null : around(queue, position);
    }

    /** When what is shown was so: the instant asked for but never later than now, or when the position was recorded. */
    Instant asOf(FindBoardAsOf query, Board board) {
        return shownFor(query, board.position());
    }

    private Instant shownFor(FindBoardAsOf query, long position) {
        if (query.at() == null) {
            return history.recordedAt(position);
        }
        Instant now = clock.instant();
        return query.at().isAfter(now) ? now : query.at();
    }

    /** The board as of then; {@link Refused.NotFound} when the queue had not opened, or is not for the one who asks. */
    Board get(FindBoardAsOf query, Actor actor) {
        Board board = handle(query);
        if (board == null || !actor.mayEnter(board.siteId())) {
            throw new Refused.NotFound("queue", query.queueId());
        }
        return board;
    }

    private Rendering around(BoardState queue, long position) {
        Map<String, Around.Visit> visits = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        for (Entry entry : queue.entries().values()) {
            visits.computeIfAbsent(entry.visitId(), id -> visit(id, position));
            names.computeIfAbsent(Rendering.patientId(entry, visits), id -> name(id, position));
        }
        return new Rendering(queue, visits, names);
    }

    private Around.Visit visit(String visitId, long position) {
        Around.Visit visit = Around.Visit.NOTHING;
        for (Object event : history.of(visitId, position)) {
            visit = event instanceof VisitEvent e ? Around.on(visit, e) : visit;
        }
        return visit;
    }

    private String name(String patientId, long position) {
        String name = null;
        for (Object event : history.of(patientId, position)) {
            name = event instanceof PatientEvent e ? Around.name(e).orElse(name) : name;
        }
        return name;
    }
}
