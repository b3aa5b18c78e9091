package carequeue.app.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.util.List;
import java.util.Map;

/** What every run has to show. */
final class Verdict {

    private Verdict() {}

    static void of(KillReport report) {
        assertThat(report.blows())
                .isEqualTo(report.settings().nodeKills()
                        + report.settings().databaseKills()
                        + report.settings().freezes());
        assertThat(report.history().visits()).isPositive();
        assertSoftly(softly -> {
            softly.assertThat(report.tally().refused()).isEmpty();
            softly.assertThat(report.tally().unknown.sum()).as("unknown").isZero();
            softly.assertThat(report.history())
                    .isEqualTo(new HistoryCount(report.history().visits(), 0, 0, 0));
            softly.assertThat(report.stillUnderWay()).isEqualTo(Map.of());
            softly.assertThat(report.outside()).as("at the EHR").isZero();
            softly.assertThat(report.replay())
                    .isEqualTo(new Replay(report.replay().compared(), List.of(), Map.of(), 0));
        });
    }
}
