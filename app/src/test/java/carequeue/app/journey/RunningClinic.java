package carequeue.app.journey;

import carequeue.app.CareQueue;
import carequeue.sandbox.Sandbox;
import carequeue.store.TestPostgres;
import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole of CareQueue on a real PostgreSQL, with a sandbox EHR outside; started once for all tests that extend this. */
@SpringBootTest(classes = CareQueue.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(ClosedBeforeItsDatabase.class)
public abstract class RunningClinic {

    protected static final String PASSWORD = "the-password-of-the-tests";

    private static final Path DIRECTORY = directory();
    private static final Sandbox.Running SANDBOX = Sandbox.start(DIRECTORY.resolve("sandbox"), 0);
    private static final HikariDataSource DATABASE = TestPostgres.fresh();

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("carequeue.data", () -> DIRECTORY.resolve("data"));
        registry.add("carequeue.database.url", DATABASE::getJdbcUrl);
        registry.add("carequeue.database.username", DATABASE::getUsername);
        registry.add("carequeue.database.password", DATABASE::getPassword);
        registry.add("carequeue.secret", () -> "a-secret-of-the-tests-that-is-long-enough");
        registry.add("carequeue.demo-password", () -> PASSWORD);
        registry.add("carequeue.sandbox.enabled", () -> false);
        registry.add("carequeue.ehr.url", SANDBOX::fhirUrl);
        registry.add("management.server.port", () -> 0);
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("carequeue-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of the application. */
    protected String origin() {
        return "http://localhost:" + port;
    }

    /** The address of its operations. */
    protected String operations() {
        return "http://localhost:" + managementPort;
    }

    /** A caller who is signed in as the embedded user of a role. */
    protected Caller as(String role) {
        return Caller.as(origin(), role, PASSWORD);
    }

    /** What the EHR holds, by a path beneath its FHIR base. */
    protected static JsonNode ehr(String path) {
        return Caller.nobody(SANDBOX.fhirUrl()).get(path).body();
    }

    /** Takes the EHR away, or gives it back. */
    protected static void outage(boolean away) {
        Caller.nobody(SANDBOX.url()).post("/faults", "{\"service\": \"ehr\", \"outage\": " + away + "}");
    }

    /** Makes every answer of the EHR so slow, or as quick as before. */
    protected static void latency(int millis) {
        Caller.nobody(SANDBOX.url()).post("/faults", "{\"service\": \"ehr\", \"latencyMillis\": " + millis + "}");
    }
}
