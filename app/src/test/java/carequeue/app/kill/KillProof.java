package carequeue.app.kill;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The long forms: {@code ./mvnw -Pproofs -DskipTests verify}, one of them with {@code -Dcarequeue.proof=loss|kill|frozen}, the seed with {@code
 * -Dcarequeue.proof.seed=}.
 */
class KillProof {

    private static final long SEED = Long.getLong("carequeue.proof.seed", 20261123);
    private static final String WHICH = System.getProperty("carequeue.proof", "kill,frozen");

    @Test
    void killedUnderLoad(@TempDir Path directory) throws Exception {
        int each = Integer.getInteger("carequeue.proof.kills", 50);
        int perSecond = Integer.getInteger("carequeue.proof.per-second", 50);
        run("kill", new KillSettings(each, each, 0, perSecond, 10, 5, 90, SEED), directory);
    }

    @Test
    void frozenForLongerThanItsClaims(@TempDir Path directory) throws Exception {
        int freezes = Integer.getInteger("carequeue.proof.freezes", 20);
        run("frozen", new KillSettings(0, 0, freezes, 10, 12, 6, 40, SEED), directory);
    }

    private static void run(String name, KillSettings settings, Path directory) throws Exception {
        if (WHICH.contains(name)) {
            KillReport report = KillRun.of(settings, directory);
            System.out.println(report);
            Verdict.of(report);
        }
    }
}
