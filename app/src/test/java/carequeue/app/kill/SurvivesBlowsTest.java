package carequeue.app.kill;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of the kill loops: a node and the database are killed once each, under load. */
class SurvivesBlowsTest {

    @Test
    void nothingAcknowledgedIsLostOrDoubled(@TempDir Path directory) throws Exception {
        KillSettings settings = new KillSettings(1, 1, 0, 20, 6, 3, 10, Long.getLong("carequeue.proof.seed", 20261123));

        KillReport report = KillRun.of(settings, directory);

        System.out.println(report);
        Verdict.of(report);
    }
}
