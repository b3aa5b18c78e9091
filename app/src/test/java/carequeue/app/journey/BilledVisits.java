package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;

/** Visits of insured patients and what becomes of their bills. */
abstract class BilledVisits extends JourneyTest {

    static final Duration LONG = Duration.ofSeconds(30);
    static final String CONTENT = """
            {"diagnoses": ["J069"], "placeOfService": "11", "billingNpi": "1234567893", "lines": [{"procedure": "99213",
             "diagnosisPointers": [1], "charge": {"amount": 12000, "currency": "USD"}, "units": 1}]}""";

    /** A walk-in who was served; insured under a member's number unless that is null. */
    String served(String name, String member) {
        Caller desk = as("front-desk");
        String visit = walkIn(desk, name, "urgent-care");
        JsonNode checkIn = checkedIn(desk, visit);
        if (member != null) {
            insure(patientOf(visit), member);
        }
        String queue = checkIn.get("queueId").asText();
        String entry = checkIn.get("entryId").asText();
        act(desk, queue, entry, "call", "{\"servicePoint\": \"desk-1\", \"reason\": \"the journey\"}", "called");
        act(desk, queue, entry, "start", "{}", "in-service");
        act(desk, queue, entry, "complete", "{}", "completed");
        return visit;
    }

    String patientOf(String visit) {
        return event(visit, "visit.placed").at("/payload/patientId").asText();
    }

    void insure(String patient, String member) {
        Answer insured = as("front-desk").put("/api/patients/" + patient + "/coverages", """
                {"coverages": [{"order": "primary", "payerId": "60054", "payerName": "Aetna", "memberId": "%s",
                 "relationship": "self"}]}""".formatted(member));
        assertThat(insured.status()).as(insured.text()).isEqualTo(202);
    }

    /** The last event of a type about a visit, once there is one. */
    JsonNode event(String visit, String type) {
        return events(visit, type, 1);
    }

    /** The last event of a type about a visit, once there are so many. */
    JsonNode events(String visit, String type, int many) {
        AtomicReference<JsonNode> found = new AtomicReference<>();
        await().atMost(LONG).untilAsserted(() -> {
            List<JsonNode> all = events(visit, type);
            assertThat(all).as(type).hasSizeGreaterThanOrEqualTo(many);
            found.set(all.get(0));
        });
        return found.get();
    }

    List<JsonNode> events(String visit, String type) {
        JsonNode items = as("auditor")
                .get("/api/audit/events?limit=200&type=" + type)
                .body()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(e -> visit.equals(e.path("correlationId").asText()))
                .toList();
    }

    Answer order(String role, String claim, String order, String body, int status) {
        Answer answer = as(role).post("/api/claims/" + claim + "/" + order, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer;
    }

    /** The claim as it is seen, once it stands so. */
    JsonNode claim(String claim, String state) {
        AtomicReference<JsonNode> found = new AtomicReference<>();
        await().atMost(LONG).untilAsserted(() -> {
            JsonNode seen = as("billing").get("/api/claims/" + claim).body();
            assertThat(seen.path("state").asText()).as(seen.toString()).isEqualTo(state);
            found.set(seen);
        });
        return found.get();
    }
}
