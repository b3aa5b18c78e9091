package carequeue.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox as a process of its own, with an environment meant for another application, and killed. */
class OwnProcessTest {

    private static final String KAM = "976f2ac2-1742-3dcb-a07d-3fc3c78c4305";

    @TempDir
    Path directory;

    private final int ofAnother = freePort();

    @Test
    void staysOnItsPortAndRemembersAfterKill() throws Exception {
        Process first = process("--port=0");
        String url = readyUrl(first);
        try {
            assertThat(url).doesNotEndWith(":" + ofAnother);
            Patient kam = client(url).read().resource(Patient.class).withId(KAM).execute();
            client(url).update().resource(kam.setActive(true)).execute();
            assertThatThrownBy(() -> Sandbox.start(directory, 0)).hasMessageContaining("in use by another sandbox");
        } finally {
            first.destroyForcibly().waitFor();
        }
        Process second = process("--port=0");
        try {
            Patient kam = client(readyUrl(second))
                    .read()
                    .resource(Patient.class)
                    .withId(KAM)
                    .execute();
            assertThat(kam.getActive()).isTrue();
        } finally {
            second.destroyForcibly().waitFor();
        }
    }

    @Test
    void saysInOneLineThatItsPortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = process("--port=" + taken.getLocalPort());
            try {
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            } finally {
                process.destroyForcibly().waitFor();
            }
            assertThat(process.exitValue()).isEqualTo(2);
            assertThat(said())
                    .endsWith("Port " + taken.getLocalPort() + " of the sandbox is already in use")
                    .doesNotContain("	at ");
        }
    }

    private Process process(String port) throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Sandbox.class.getName(),
                "--directory=" + directory,
                port);
        builder.environment().put("SERVER_PORT", Integer.toString(ofAnother));
        builder.environment().put("SPRING_CONFIG_NAME", "another");
        return builder.redirectError(errors().toFile()).start();
    }

    private String readyUrl(Process process) throws IOException {
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("Sandbox ready on ")) {
                return line.substring("Sandbox ready on ".length());
            }
        }
        throw new AssertionError(said());
    }

    private Path errors() {
        return directory.resolve("errors");
    }

    private String said() throws IOException {
        return Files.readString(errors()).strip();
    }

    private static int freePort() {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static IGenericClient client(String url) {
        FhirContext fhir = FhirContext.forR4Cached();
        fhir.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        return fhir.newRestfulGenericClient(url + "/fhir");
    }
}
