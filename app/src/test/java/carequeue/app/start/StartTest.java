package carequeue.app.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.app.CareQueue;
import carequeue.app.journey.Caller;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** What a newcomer meets: one command, nothing else installed. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    @TempDir
    Path directory;

    @Test
    void everythingStartsOnAnEmptyDirectoryAndSaysHowToGetIn(CapturedOutput console) throws Exception {
        int sandbox = free();
        try (ConfigurableApplicationContext clinic = start("--carequeue.sandbox.port=" + sandbox)) {
            String origin = "http://localhost:" + clinic.getEnvironment().getProperty("local.server.port");
            String password = Files.readString(directory.resolve("demo-password"));
            assertThat(console)
                    .contains("CareQueue is ready after", origin, "front-desk", password)
                    .contains("http://localhost:" + sandbox, "unfit for real people");
            Caller admin = Caller.as(origin, "manager", password);
            assertThat(admin.get("/v3/api-docs").status()).isEqualTo(200);

            assertThat(Caller.nobody("http://localhost:" + sandbox)
                            .get("/fhir/metadata")
                            .status())
                    .isEqualTo(200);
            for (String path : new String[] {"/fhir/metadata", "/faults", "/calls"}) {
                assertThat(admin.get(path).status()).as("the sandbox's " + path).isIn(403, 404);
            }
            assertThatThrownBy(() -> start()).isInstanceOf(Exception.class);
            assertThat(console.getErr())
                    .contains("CareQueue cannot start. Another CareQueue is using the data directory " + directory)
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aTakenPortIsSaidInOneLine(CapturedOutput console) throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThatThrownBy(() -> start(
                            "--carequeue.sandbox.enabled=false",
                            "--carequeue.ehr.url=http://localhost:1/fhir",
                            "--server.port=" + taken.getLocalPort()))
                    .isInstanceOf(Exception.class);
            assertThat(console.getErr())
                    .contains("CareQueue cannot start. Port " + taken.getLocalPort() + " is taken")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void anUnreachableDatabaseIsSaidInOneLine(CapturedOutput console) throws Exception {
        assertThatThrownBy(() -> start(
                        "--carequeue.database.url=jdbc:postgresql://localhost:" + free() + "/carequeue",
                        "--carequeue.secret=a-secret-of-the-tests-that-is-long-enough",
                        "--carequeue.sandbox.enabled=false",
                        "--carequeue.ehr.url=http://localhost:1/fhir"))
                .isInstanceOf(Exception.class);
        assertThat(console.getErr())
                .contains("CareQueue cannot start. The database cannot be reached")
                .doesNotContain("\tat ");
    }

    private ConfigurableApplicationContext start(String... more) {
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put("--carequeue.data", directory.toString());
        arguments.put("--server.port", "0");
        arguments.put("--management.server.port", "0");
        for (String argument : more) {
            arguments.put(argument.split("=", 2)[0], argument.split("=", 2)[1]);
        }
        return new SpringApplicationBuilder(CareQueue.class)
                .run(arguments.entrySet().stream()
                        .map(a -> a.getKey() + "=" + a.getValue())
                        .toArray(String[]::new));
    }

    private static int free() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
