package carequeue.query.board;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.queue.QueueQuery.Board;
import carequeue.api.queue.QueueQuery.FindBoardAsOf;
import carequeue.clinic.TestClinic;
import carequeue.query.live.ViewPositions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The board as of a position is what the live board showed at that position. */
class AsOfTest {

    private static TestClinic clinic;

    @BeforeAll
    static void open() {
        clinic = TestClinic.open();
    }

    @AfterAll
    static void close() {
        clinic.close();
    }

    @Test
    void asOfEqualsLiveAtEveryPosition() {
        Boards boards = clinic.bean(Boards.class);
        BoardAsOf past = clinic.bean(BoardAsOf.class);
        Instant now = Instant.parse("2026-11-23T18:00:00Z");
        Map<Long, Board> live = new HashMap<>();
        for (RandomDay.Happening h : RandomDay.of(7, 150)) {
            clinic.happened(h.aggregateId(), h.visitId(), h.event());
            long position = clinic.head();
            clinic.bean(ViewPositions.class)
                    .await(List.of("view.board", "view.audit"), position, Duration.ofSeconds(10));
            Rendering rendering = boards.rendering(RandomDay.QUEUE);
            if (rendering != null) {
                live.put(position, rendering.board(now, position));
            }
        }
        assertThat(live).hasSizeGreaterThan(100);
        live.forEach((position, board) -> assertThat(
                        past.rendering(RandomDay.QUEUE, position).board(now, position))
                .isEqualTo(board));
        long last = clinic.head();
        Board named = past.handle(new FindBoardAsOf(RandomDay.QUEUE, Instant.parse("2099-01-01T00:00:00Z"), null));
        assertThat(named.position()).isEqualTo(last);
        assertThat(past.handle(new FindBoardAsOf(RandomDay.QUEUE, Instant.parse("2001-01-01T00:00:00Z"), null)))
                .isNull();
    }
}
