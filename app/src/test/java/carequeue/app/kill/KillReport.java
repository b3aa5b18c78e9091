package carequeue.app.kill;

import java.time.Duration;
import java.util.Map;

/**
 * What a run showed.
 *
 * @param stillUnderWay what had not come to its end, by name
 * @param outside how many more resources the EHR holds than visits and patients call for
 */
record KillReport(
        KillSettings settings,
        int blows,
        Duration duration,
        Tally tally,
        HistoryCount history,
        Map<String, Long> stillUnderWay,
        int outside,
        Replay replay) {

    @Override
    public String toString() {
        return """

                %s
                  blows dealt %d, under load for %d s, %.1f orders acknowledged a second
                  %s
                  visits %d, lost %d, doubled %d, visits not told in exactly one way %d
                  still under way %s
                  at the EHR too many or too few %d
                  %s
                """.formatted(
                        settings,
                        blows,
                        duration.toSeconds(),
                        tally.acknowledged.sum() * 1000.0 / duration.toMillis(),
                        tally,
                        history.visits(),
                        history.lost(),
                        history.doubled(),
                        history.uneven(),
                        stillUnderWay,
                        outside,
                        replay);
    }
}
