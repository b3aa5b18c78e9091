package carequeue.query.board;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.queue.QueueQuery.Board;
import carequeue.api.queue.QueueQuery.FindBoardAsOf;
import carequeue.query.live.Reads;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door to a queue's past. */
@RestController
@Reads("view.audit")
class BoardAsOfDoor {

    private final BoardAsOf boards;

    BoardAsOfDoor(BoardAsOf boards) {
        this.boards = boards;
    }

    /** A board with the instant it is shown for. */
    record Past(@JsonUnwrapped Board board, Instant asOf) {}

    @GetMapping("/api/audit/queues/{queueId}/as-of")
    Past asOf(
            @PathVariable String queueId,
            @RequestParam(required = false) Instant at,
            @RequestParam(required = false) Long position,
            Actor actor) {
        if ((at == null) == (position == null)) {
            throw new Refused.BadField(at == null ? "/at" : "/position", "give either at or position");
        }
        FindBoardAsOf query = new FindBoardAsOf(queueId, at, position);
        Board board = boards.get(query, actor);
        return new Past(board, boards.asOf(query, board));
    }
}
