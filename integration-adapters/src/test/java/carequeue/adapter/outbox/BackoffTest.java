package carequeue.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Waits double from a second to five minutes and differ a little. */
class BackoffTest {

    private static final Duration MOST = Duration.ofMinutes(5);

    @Test
    void itDoublesUpToTheLimit() {
        var exact = new Backoff(Duration.ofSeconds(1), MOST, 0);
        assertThat(exact.after(1, new Random(1))).isEqualTo(Duration.ofSeconds(1));
        assertThat(exact.after(2, new Random(1))).isEqualTo(Duration.ofSeconds(2));
        assertThat(exact.after(5, new Random(1))).isEqualTo(Duration.ofSeconds(16));
        assertThat(exact.after(9, new Random(1))).isEqualTo(Duration.ofSeconds(256));
        assertThat(exact.after(10, new Random(1))).isEqualTo(MOST);
        assertThat(exact.after(5_000, new Random(1))).isEqualTo(MOST);
    }

    @Test
    void itNeverWaitsLongerThanTheLimitNorLessThanTheJitterAllows() {
        var jittered = new Backoff(Duration.ofSeconds(1), MOST, 0.2);
        var chance = new Random(7);
        for (int attempt = 1; attempt < 40; attempt++) {
            assertThat(jittered.after(attempt, chance))
                    .isLessThanOrEqualTo(MOST)
                    .isGreaterThanOrEqualTo(Duration.ofMillis(800));
        }
        assertThat(jittered.after(3, chance)).isNotEqualTo(jittered.after(3, chance));
    }
}
