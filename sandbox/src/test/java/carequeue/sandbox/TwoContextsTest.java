package carequeue.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Set;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox keeps out of the way of an application in the same process. */
class TwoContextsTest {

    @TempDir
    Path directory;

    @Test
    void settingsOfTheApplicationDoNotReachIt() throws Exception {
        System.setProperty("server.port", "1");
        System.setProperty("server.servlet.context-path", "/elsewhere");
        Set<ObjectName> before = ManagementFactory.getPlatformMBeanServer().queryNames(null, null);
        try (var sandbox = RunningSandbox.in(directory)) {
            assertThat(sandbox.running.port()).isGreaterThan(1);
            assertThat(sandbox.running.fhirUrl()).isEqualTo("http://localhost:" + sandbox.running.port() + "/fhir");
            assertThat(sandbox.get("/fhir/metadata").statusCode()).isEqualTo(200);
            assertThat(sandbox.get("/actuator/health").statusCode()).isEqualTo(404);
            assertThat(ManagementFactory.getPlatformMBeanServer().queryNames(null, null))
                    .filteredOn(name -> !before.contains(name))
                    .extracting(ObjectName::getDomain)
                    .noneMatch(domain -> domain.startsWith("org.springframework") || domain.startsWith("Tomcat"));
        } finally {
            System.clearProperty("server.port");
            System.clearProperty("server.servlet.context-path");
        }
    }

    @Test
    void closingLetsGoOfThePortAndTheDirectory() {
        int port;
        try (var sandbox = RunningSandbox.in(directory)) {
            port = sandbox.running.port();
        }
        try (var again = Sandbox.start(directory, port)) {
            assertThat(again.port()).isEqualTo(port);
        }
    }
}
