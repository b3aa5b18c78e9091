package carequeue.app.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand payments with a fifth of everything going wrong, by two nodes as processes that end between their steps and are killed from outside: {@code
 * -Dcarequeue.proof=payments}, with {@code -Dcarequeue.proof.payments=} as many as one likes.
 */
class PaymentsProof {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void bothLedgersSayTheSameToTheCent() throws Exception {
        assumeTrue(System.getProperty("carequeue.proof", "payments").contains("payments"));
        int count = Integer.getInteger("carequeue.proof.payments", 10_000);
        long began = System.nanoTime();
        try (Place place = new ManyProcesses(directory)) {
            Ledgers.Result result = PaymentsRun.of(place, count, Duration.ofMinutes(30));
            System.out.println("seconds: " + (System.nanoTime() - began) / 1_000_000_000);
            assertThat(result.wrong()).isEmpty();
            assertThat(result.kills()).isPositive();
            assertThat(result.paid()).isEqualTo(count);
        }
    }
}
