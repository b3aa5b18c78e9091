package carequeue.query.board;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.queue.EntryState;
import carequeue.api.queue.QueueEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The board's fold is pure, and an event changes only what it says it touches. */
class BoardFoldTest {

    @Test
    void anEventChangesOnlyWhatItTouchesAndTheRestIsNotNeeded() {
        for (long seed = 0; seed < 300; seed++) {
            BoardState state = null;
            for (RandomDay.Happening h : RandomDay.of(seed, 120)) {
                if (h.event() instanceof QueueEvent event) {
                    BoardState after = BoardFold.on(state, event);
                    assertThat(BoardFold.on(state, event)).isEqualTo(after);
                    assertThat(changed(state, after)).isSubsetOf(BoardFold.touched(event));
                    assertThat(onlyTouched(BoardFold.on(onlyTouched(state, event), event), event))
                            .isEqualTo(onlyTouched(after, event));
                    state = after;
                }
            }
        }
    }

    @Test
    void thoseWaitingHaveThePlacesFromOneWithoutAGap() {
        for (long seed = 0; seed < 100; seed++) {
            BoardState state = null;
            for (RandomDay.Happening h : RandomDay.of(seed, 100)) {
                state = h.event() instanceof QueueEvent event ? BoardFold.on(state, event) : state;
            }
            Map<String, Integer> places =
                    new Rendering(state, Map.of(), Map.of()).places(java.time.Instant.parse("2026-11-23T18:00:00Z"));
            List<Integer> sorted = new ArrayList<>(places.values());
            sorted.sort(null);
            long waiting = state.entries().values().stream()
                    .filter(entry -> entry.state() == EntryState.WAITING)
                    .count();
            assertThat(sorted).hasSize((int) waiting);
            for (int i = 0; i < sorted.size(); i++) {
                assertThat(sorted.get(i)).isEqualTo(i + 1);
            }
        }
    }

    private static Set<String> changed(BoardState before, BoardState after) {
        Set<String> ids = new HashSet<>();
        after.entries().forEach((id, entry) -> {
            if (before == null || !entry.equals(before.entries().get(id))) {
                ids.add(id);
            }
        });
        return ids;
    }

    private static BoardState onlyTouched(BoardState state, QueueEvent event) {
        if (state == null) {
            return null;
        }
        Map<String, Entry> entries = new LinkedHashMap<>(state.entries());
        entries.keySet().retainAll(BoardFold.touched(event));
        return new BoardState(
                state.queueId(),
                state.siteId(),
                state.serviceId(),
                state.date(),
                state.state(),
                state.policy(),
                entries);
    }
}
