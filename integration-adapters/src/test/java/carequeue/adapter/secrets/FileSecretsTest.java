package carequeue.adapter.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.adapter.resilience.OutsideFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets as Docker and Kubernetes mount them, and those of the environment. */
class FileSecretsTest {

    @TempDir
    Path mount;

    private FileSecrets files;

    @BeforeEach
    void open() throws IOException {
        files = new FileSecrets(mount);
        // Kubernetes links the names to a directory that it exchanges as a whole.
        Files.createDirectory(mount.resolve("..one"));
        Files.writeString(mount.resolve("..one/mail"), "first\n");
        Files.createSymbolicLink(mount.resolve("..data"), Path.of("..one"));
        Files.createSymbolicLink(mount.resolve("mail"), Path.of("..data/mail"));
    }

    @Test
    void oneFileIsOneSecret_withoutTheLineFeedAtItsEnd() {
        Stored read = files.read("mail");
        assertThat(read.current().value()).isEqualTo("first");
        assertThat(read.current().since()).isNotNull();
        assertThat(read.previous()).isNull();
    }

    @Test
    void anExchangedDirectoryIsANewVersion() throws IOException {
        Files.createDirectory(mount.resolve("..two"));
        Files.writeString(mount.resolve("..two/mail"), "second");
        Files.createSymbolicLink(mount.resolve("..next"), Path.of("..two"));
        Files.move(mount.resolve("..next"), mount.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        Files.writeString(mount.resolve("mail.previous"), "first\n");
        assertThat(files.read("mail").current().value()).isEqualTo("second");
        assertThat(files.read("mail").previous().value()).isEqualTo("first");
    }

    @Test
    void aHalfWrittenFileAMissingOneAndAMissingMountAreToldApart() throws IOException {
        Files.writeString(mount.resolve("..one/mail"), "");
        assertThatThrownBy(() -> files.read("mail")).isInstanceOf(OutsideFailure.Unavailable.class);
        assertThatThrownBy(() -> files.read("none"))
                .isInstanceOf(OutsideFailure.NotThere.class)
                .hasMessage("secrets has no file for none");
        assertThatThrownBy(() -> new FileSecrets(mount.resolve("away")).read("mail"))
                .isInstanceOf(OutsideFailure.Unavailable.class);
    }

    @Test
    void theEnvironmentHoldsSecretsByName() {
        var environment = new EnvironmentSecrets(name -> switch (name) {
            case "CAREQUEUE_SECRET_STRIPE_KEY" -> "now";
            case "CAREQUEUE_SECRET_STRIPE_KEY_PREVIOUS" -> "before";
            default -> null;
        });
        assertThat(environment.read("stripe-key").current().value()).isEqualTo("now");
        assertThat(environment.read("stripe-key").previous().value()).isEqualTo("before");
        assertThatThrownBy(() -> environment.read("other")).hasMessageContaining("CAREQUEUE_SECRET_OTHER");
    }
}
