package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Somebody in the EHR cancels an appointment whose patient stands in our line: they keep their place until a person has decided. */
class OutsideChangeTest extends JourneyTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    @Test
    void aCancellationDuringTheVisitIsFlaggedAndDecidedByAPerson() {
        Caller desk = as("front-desk");
        JsonNode appointment = dueAppointment(desk);
        String id = appointment.get("appointmentId").asText();
        String there = "/Appointment/" + appointment.at("/externalIds/ehr").asText();
        String visit = desk.post("/api/check-ins", "{\"siteId\": \"main\", \"appointmentId\": \"" + id + "\"}")
                .body()
                .get("visitId")
                .asText();
        JsonNode checkIn = checkedIn(desk, visit);
        await().atMost(SOON)
                .until(() -> "checked-in".equals(ehr(there).get("status").asText()));

        ObjectNode cancelled = (ObjectNode) ehr(there);
        Answer changed = changeEhr(there, cancelled.put("status", "cancelled").toString());
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        as("manager").post("/api/integrations/ehr/sync", "{}");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(openItems(desk, visit)).contains("outside-differs"));
        JsonNode entry = entryOn(
                desk.get("/api/queues/" + checkIn.get("queueId").asText()),
                checkIn.get("entryId").asText());
        assertThat(entry.get("state").asText()).isEqualTo("waiting");

        String path = "/api/conflicts/" + conflictOf(id) + "/resolve";
        Answer decided = as("manager").post(path, "{\"side\": \"ours\", \"reason\": \"the patient is here\"}");
        assertThat(decided.status()).as(decided.text()).isEqualTo(202);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(openItems(desk, visit)).doesNotContain("outside-differs"));
        Answer again = as("manager").post(path, "{\"side\": \"theirs\", \"reason\": \"x\"}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().get("state").asText()).isEqualTo("resolved");
    }

    private static String openItems(Caller desk, String visit) {
        return desk.get("/api/visits/" + visit).body().get("openItems").toString();
    }

    private String conflictOf(String appointment) {
        AtomicReference<String> found = new AtomicReference<>();
        await().atMost(SOON).until(() -> {
            JsonNode raised = as("auditor")
                    .get("/api/audit/events?type=conflict.raised&limit=200")
                    .body();
            StreamSupport.stream(raised.path("items").spliterator(), false)
                    .filter(e -> appointment.equals(e.at("/payload/subjectId").asText()))
                    .findFirst()
                    .ifPresent(e -> found.set(e.at("/payload/conflictId").asText()));
            return found.get() != null;
        });
        return found.get();
    }
}
