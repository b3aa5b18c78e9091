package carequeue.app.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five hundred payments with a fifth of everything going wrong: none is charged twice, none lost, nothing stays unknown, and in the end all are paid. */
class PaymentsSurviveTest {

    private static final int COUNT = 500;

    @TempDir
    Path directory;

    @Test
    void bothLedgersSayTheSameToTheCent() throws Exception {
        try (Place place = new OneProcess(directory)) {
            Ledgers.Result result = PaymentsRun.of(place, COUNT, Duration.ofMinutes(3));
            assertThat(result.wrong()).isEmpty();
            assertThat(result.paid()).isEqualTo(COUNT);
            assertThat(result.kills()).isPositive();
            assertThat(result.back()).isPositive();
            assertThat(result.charges()).isGreaterThan(COUNT);
        }
    }
}
