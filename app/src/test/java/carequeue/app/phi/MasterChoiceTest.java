package carequeue.app.phi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.app.CareQueue;
import carequeue.store.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is said, in one line, when there is no fit master key at the start. */
@ExtendWith(OutputCaptureExtension.class)
class MasterChoiceTest {

    private static final String ARN = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    @TempDir
    Path directory;

    @Test
    void productionHasNoLocalMasterKey(CapturedOutput console) {
        refused(
                console,
                "In production the master key is kept by a key service",
                "--spring.profiles.active=production");
    }

    @Test
    void anUnknownKeeperIsRefused(CapturedOutput console) {
        refused(console, "CAREQUEUE_PHI_MASTER names vault, which there is not", "--carequeue.phi.master=vault");
    }

    @Test
    void whatIsNoKeyIsRefused(CapturedOutput console) {
        refused(
                console,
                "is not the ARN of an AWS KMS key",
                "--carequeue.phi.master=aws",
                "--carequeue.phi.master-key=x");
        refused(console, "is not the address of a key in an Azure Key Vault", "--carequeue.phi.master=azure");
    }

    @Test
    void aKeeperThatIsAwayIsSaid(CapturedOutput console) throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        System.setProperty("aws.accessKeyId", "AKIDEXAMPLE");
        System.setProperty("aws.secretAccessKey", "secret");
        try {
            refused(
                    console,
                    "The master key aws:" + ARN + " cannot be used now",
                    "--carequeue.phi.master=aws",
                    "--carequeue.phi.master-key=" + ARN,
                    "--carequeue.phi.endpoint=http://localhost:" + nobody);
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }
    }

    private void refused(CapturedOutput console, String sentence, String... settings) {
        try (HikariDataSource database = TestPostgres.fresh()) {
            List<String> all = new ArrayList<>(List.of(
                    "--carequeue.data=" + directory,
                    "--carequeue.database.url=" + database.getJdbcUrl(),
                    "--carequeue.database.username=" + database.getUsername(),
                    "--carequeue.database.password=" + database.getPassword(),
                    "--carequeue.secret=a-secret-of-the-tests-that-is-long-enough",
                    "--carequeue.sandbox.enabled=false",
                    "--carequeue.ehr.url=http://localhost:1/fhir",
                    "--server.port=0",
                    "--management.server.port=0"));
            all.addAll(List.of(settings));
            assertThatThrownBy(() -> new SpringApplicationBuilder(CareQueue.class).run(all.toArray(String[]::new)))
                    .isInstanceOf(Exception.class);
            assertThat(console.getErr())
                    .contains("CareQueue cannot start. ", sentence)
                    .doesNotContain("\tat ");
        }
    }
}
