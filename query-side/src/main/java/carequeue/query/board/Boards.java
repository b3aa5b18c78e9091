package carequeue.query.board;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.queue.EntryState;
import carequeue.api.queue.QueueQuery.Board;
import carequeue.api.queue.QueueQuery.FindBoard;
import carequeue.api.queue.QueueQuery.FindQueues;
import carequeue.api.queue.QueueQuery.QueueLine;
import carequeue.api.queue.QueueQuery.Queues;
import carequeue.query.live.ViewPositions;
import java.time.Clock;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The boards as they stand now. */
@Component
class Boards {

    private final BoardRows rows;
    private final AroundRows around;
    private final ViewPositions positions;
    private final Clock clock;
    private final TransactionTemplate snapshot;

    Boards(
            BoardRows rows,
            AroundRows around,
            ViewPositions positions,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.around = around;
        this.positions = positions;
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** A queue's state with what stands around it, all of one moment; null when there is none. */
    Rendering rendering(String queueId) {
        return snapshot.execute(status -> {
            BoardState queue = rows.load(queueId);
            return queue == null ? null : new Rendering(queue, around.visits(queueId), around.names(queueId));
        });
    }

    /** The board of a queue; {@link Refused.NotFound} also when it is not for the one who asks. */
    Board get(String queueId, Actor actor) {
        Board board = handle(new FindBoard(queueId));
        if (board == null || !actor.mayEnter(board.siteId())) {
            throw new Refused.NotFound("queue", queueId);
        }
        return board;
    }

    @QueryHandler
    Board handle(FindBoard query) {
        return snapshot.execute(status -> {
            Rendering rendering = rendering(query.queueId());
            return rendering == null ? null : rendering.board(clock.instant(), positions.seen(BoardProjection.VIEW));
        });
    }

    @QueryHandler
    Queues handle(FindQueues query) {
        return new Queues(rows.queues(query.siteId(), query.businessDay()).stream()
                .map(rows::load)
                .map(Boards::line)
                .toList());
    }

    private static QueueLine line(BoardState queue) {
        return new QueueLine(
                queue.queueId(),
                queue.siteId(),
                queue.serviceId(),
                queue.date(),
                queue.state(),
                count(queue, EntryState.WAITING),
                count(queue, EntryState.CALLED),
                count(queue, EntryState.IN_SERVICE));
    }

    private static int count(BoardState queue, EntryState state) {
        return (int) queue.entries().values().stream()
                .filter(entry -> entry.state() == state)
                .count();
    }
}
