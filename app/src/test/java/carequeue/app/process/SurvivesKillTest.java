package carequeue.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after kill -9, on the embedded PostgreSQL. */
class SurvivesKillTest {

    @Test
    void theBoardStandsAsItStood(@TempDir Path directory) {
        try (CareQueueProcess careQueue = CareQueueProcess.ofClasses(directory.resolve("data"))) {
            careQueue.start();
            theSandboxStaysOnItsOwnPort(careQueue);
            String visit = walkIn(careQueue);
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> "done"
                            .equals(checkIn(careQueue, visit).path("state").asText()));
            String ticket = checkIn(careQueue, visit).get("ticket").asText();

            careQueue.kill();
            careQueue.start();

            JsonNode again = checkIn(careQueue, visit);
            assertThat(again.get("ticket").asText()).isEqualTo(ticket);
            assertThat(careQueue
                            .as("front-desk")
                            .get("/api/queues/" + again.get("queueId").asText())
                            .text())
                    .contains(ticket);
        }
    }

    /** The port in the environment is the application's; it moves neither the sandbox nor its paths. */
    private static void theSandboxStaysOnItsOwnPort(CareQueueProcess careQueue) {
        assertThat(careQueue.as("admin").get("/fhir/metadata").status()).isIn(403, 404);
        assertThat(Caller.nobody(careQueue.sandbox()).get("/fhir/metadata").status())
                .isEqualTo(200);
    }

    private static JsonNode checkIn(CareQueueProcess careQueue, String visit) {
        return careQueue.as("front-desk").get("/api/check-ins/" + visit).body();
    }

    private static String walkIn(CareQueueProcess careQueue) {
        return careQueue
                .as("front-desk")
                .post("/api/check-ins", """
                        {"siteId": "main", "walkIn": {"patient": {"firstName": "Kill", "lastName": "Proof", "birthDate": "1990-01-02"},
                         "serviceId": "lab", "reason": "blood test"}}""")
                .body()
                .get("visitId")
                .asText();
    }
}
