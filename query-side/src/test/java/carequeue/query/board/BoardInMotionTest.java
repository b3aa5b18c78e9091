package carequeue.query.board;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.queue.EntryState;
import carequeue.api.queue.QueueQuery.Board;
import carequeue.api.queue.QueueQuery.FindBoard;
import carequeue.clinic.TestClinic;
import carequeue.query.live.ViewPositions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A board that is read while things happen shows what had happened up to the position it names, no less and no more. */
class BoardInMotionTest {

    @Test
    void eachBoardIsThatOfThePositionItNames() {
        try (TestClinic clinic = TestClinic.open()) {
            Boards boards = clinic.bean(Boards.class);
            Map<Long, Map<String, EntryState>> seen = new ConcurrentSkipListMap<>();
            AtomicBoolean over = new AtomicBoolean();
            CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> {
                while (!over.get()) {
                    Board board = boards.handle(new FindBoard(RandomDay.QUEUE));
                    if (board != null) {
                        seen.put(board.position(), states(board));
                    }
                }
            });

            RandomDay.of(11, 150).forEach(h -> clinic.happened(h.aggregateId(), h.visitId(), h.event()));
            clinic.bean(ViewPositions.class)
                    .await(List.of("view.board", "view.audit"), clinic.head(), Duration.ofSeconds(30));
            over.set(true);
            reader.join();

            BoardAsOf past = clinic.bean(BoardAsOf.class);
            assertThat(seen).hasSizeGreaterThan(5);
            seen.forEach((position, states) -> assertThat(states)
                    .as("position " + position)
                    .isEqualTo(states(past.rendering(RandomDay.QUEUE, position)
                            .board(java.time.Instant.parse("2026-11-23T18:00:00Z"), position))));
        }
    }

    private static Map<String, EntryState> states(Board board) {
        Map<String, EntryState> states = new TreeMap<>();
        board.entries().forEach(entry -> states.put(entry.entryId(), entry.state()));
        return states;
    }
}
