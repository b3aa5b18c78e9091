package carequeue.store.loss;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The short form of the loss proof: what is committed reaches every reader once and in order. */
class NothingLostTest {

    private static final int EVENTS = Integer.getInteger("carequeue.proof.events", 4_000);
    private static final long SEED = Long.getLong("carequeue.proof.seed", 20261123);

    @Test
    void everyReaderGetsWhatWasCommittedOnceAndInOrder() throws Exception {
        try (OwnRival own = new OwnRival()) {
            LossReport report = new LossRun(own, own.database(), LossSettings.of(EVENTS, SEED)).run();

            System.out.println(report);
            assertThat(report.committed()).isGreaterThanOrEqualTo(EVENTS);
            assertThat(report.restarts()).isPositive();
            LossCount all = new LossCount(report.committed(), 0, 0, 0, 0);
            assertThat(report.counts().values())
                    .allSatisfy(count -> assertThat(count).isEqualTo(all));
        }
    }
}
