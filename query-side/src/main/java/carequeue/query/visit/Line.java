package carequeue.query.visit;

import carequeue.api.queue.EntryState;
import carequeue.api.queue.QueueQuery.Board;
import carequeue.api.queue.QueueQuery.BoardEntry;
import java.util.Optional;

/** Where one entry stands in its line. */
record Line(EntryState state, Integer place, String point) {

    static Optional<Line> of(Board board, String entryId) {
        return board == null
                ? Optional.empty()
                : board.entries().stream()
                        .filter(entry -> entry.entryId().equals(entryId))
                        .findFirst()
                        .map(Line::of);
    }

    private static Line of(BoardEntry entry) {
        return new Line(entry.state(), entry.place(), entry.servicePoint());
    }
}
