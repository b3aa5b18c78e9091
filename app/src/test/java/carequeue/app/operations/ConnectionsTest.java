package carequeue.app.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.store.CannotRun;
import carequeue.store.SegmentCounts;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

    private static final Set<String> GROUPS = Set.of("view.board", "view.audit", "saga.check-in", "effect.ehr");

    @Test
    void everyThreadThatMayHoldOneIsCounted() {
        Connections one = Connections.of(GROUPS, new SegmentCounts(1, 1), 8);

        assertThat(Connections.of(GROUPS, new SegmentCounts(2, 1), 8).needed()).isEqualTo(one.needed() + 3);
        assertThat(Connections.of(GROUPS, new SegmentCounts(1, 2), 8).needed()).isEqualTo(one.needed() + 2);
        assertThat(Connections.of(GROUPS, new SegmentCounts(1, 1), 9).needed()).isEqualTo(one.needed() + 1);
    }

    @Test
    void aPoolThatIsTooSmallIsRefusedInOneLineWithBothNumbers() {
        Connections needed = Connections.of(GROUPS, new SegmentCounts(1, 1), 8);

        assertThatCode(() -> needed.check(needed.needed())).doesNotThrowAnyException();
        assertThatThrownBy(() -> needed.check(needed.needed() - 1))
                .isInstanceOf(CannotRun.class)
                .hasMessageContainingAll("has " + (needed.needed() - 1), "needs " + needed.needed(), "MAXIMUMPOOLSIZE");
    }
}
