package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One person with two records, over HTTP: shown before, merged after, taken apart again; who acts for them; appointments put right. */
class OnePersonTest extends JourneyTest {

    private static String body(String first, String last, String extra) {
        return """
            {"siteId": "main", "channel": "desk", "walkIn": {"serviceId": "lab", "reason": "blood"%s,
             "patient": {"firstName": "%s", "lastName": "%s", "birthDate": "1971-05-06"}}}\
            """.formatted(extra, first, last);
    }

    private static Answer order(Caller who, String path, String body, int status) {
        Answer answer = who.post(path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer;
    }

    private static String patientOf(Caller desk, String visit) {
        JsonNode seen = desk.get("/api/visits/" + visit).body();
        return seen.get("patientId").asText();
    }

    private String came(String first, String last, String extra) {
        Caller desk = as("front-desk");
        Answer asked = order(desk, "/api/check-ins", body(first, last, extra), 201);
        String visit = asked.body().get("visitId").asText();
        checkedIn(desk, visit);
        return visit;
    }

    @Test
    void whoIsTypedInTwiceIsShownFirst() {
        Caller desk = as("front-desk");
        String first = patientOf(desk, came("Twice", "Typed", ""));
        String look = ", \"confirmedNew\": false";
        Answer shown = order(desk, "/api/check-ins", body("twice", "TYPED", look), 409);
        assertThat(shown.body().get("type").asText()).endsWith("possible-duplicate");
        assertThat(shown.body().at("/candidates/0/patientId").asText()).isEqualTo(first);
        assertThat(shown.text()).doesNotContain("1971");
        Answer kiosk = order(as("kiosk"), "/api/check-ins", body("Twice", "Typed", look), 201);
        assertThat(kiosk.text()).doesNotContain(first);
        JsonNode noted = checkedIn(desk, kiosk.body().get("visitId").asText());
        assertThat(noted.get("openItems").toString()).contains("possible-duplicate");
        String key = UUID.randomUUID().toString();
        String sure = body("Twice", "Typed", ", \"confirmedNew\": true");
        Answer other = desk.post("/api/check-ins", sure, "Idempotency-Key", key);
        assertThat(other.status()).as(other.text()).isEqualTo(201);
        assertThat(desk.post("/api/check-ins", sure, "Idempotency-Key", key).body())
                .isEqualTo(other.body());
    }

    @Test
    void ofTwoDesksThatTypeInTheSamePersonAtOnceOneRegistersThem() {
        String same = body("Two", "Desks", ", \"confirmedNew\": false");
        List<Integer> answers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> as("front-desk").post("/api/check-ins", same).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(answers).containsExactly(201, 409, 409, 409);
    }

    @Test
    void twoRecordsWithOpenVisitsAreMergedOnceSomebodyChooses() {
        Caller desk = as("front-desk");
        String v1 = came("Merge", "One", "");
        String v2 = came("Merge", "Two", "");
        String p1 = patientOf(desk, v1);
        String p2 = patientOf(desk, v2);
        String merge = "/api/patients/" + p1 + "/merge";
        String other = "{\"otherId\": \"" + p2 + "\", \"reason\": \"same person\"";
        Answer both = order(desk, merge, other + "}", 422);
        assertThat(both.body().get("rule").asText()).isEqualTo("both-have-an-open-visit");
        assertThat(both.text()).contains(v1, v2);
        order(desk, merge, other + ", \"keepVisit\": \"" + v2 + "\"}", 200);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(patientOf(desk, v2)).isEqualTo(p1);
            assertThat(desk.get("/api/visits/" + v1).body().get("state").asText())
                    .isEqualTo("left");
        });
        String around = "{\"otherId\": \"" + p1 + "\", \"reason\": \"x\"}";
        assertThat(order(desk, "/api/patients/" + p2 + "/merge", around, 409)
                        .body()
                        .get("state")
                        .asText())
                .isEqualTo("merged");
        String p3 = patientOf(desk, came("Merge", "Three", ""));
        Answer chain = order(desk, "/api/patients/" + p3 + "/merge", around.replace("x", "no chains"), 422);
        assertThat(chain.body().get("rule").asText()).isIn("both-have-an-open-visit", "merged-already");
        order(desk, "/api/patients/" + p1 + "/unmerge", other + "}", 202);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(patientOf(desk, v2)).isEqualTo(p2));
        order(desk, "/api/patients/nobody/merge", other + "}", 404);
        order(as("billing"), merge, other + "}", 403);
    }

    @Test
    void relatedPersonsAreNotedChangedAndEnd() {
        Caller desk = as("front-desk");
        String patient = patientOf(desk, came("Related", "Child", ""));
        String path = "/api/patients/" + patient + "/related-persons";
        String person = """
            {"firstName": "Mother", "lastName": "Child", "phone": "555-0123", "roles": ["guardian"],
             "powers": ["sign", "be-sent"]}\
            """;
        Answer related = order(desk, path, person, 201);
        String id = related.body().get("personId").asText();
        assertThat(related.header("Location")).isEqualTo(path + "/" + id);
        assertThat(desk.put(path + "/" + id, person.replace("sign", "pay")).status())
                .isEqualTo(202);
        order(desk, path + "/" + id + "/end", "{\"reason\": \"of age\"}", 202);
        order(desk, path + "/" + id + "/end", "{\"reason\": \"of age\"}", 404);
        order(desk, path, person.replace("guardian", "neighbour"), 400);
        order(desk, "/api/patients/nobody/related-persons", person, 404);
    }

    @Test
    void appointmentsAreBookedPutRightAndTakenOut() {
        Caller desk = as("front-desk");
        String visit = came("Booked", "Later", "");
        String patient = patientOf(desk, visit);
        Instant start = Instant.now().plus(Duration.ofDays(1));
        String times = "\"start\": \"" + start + "\", \"end\": \"" + start.plusSeconds(900) + "\"";
        String booking = "{\"siteId\": \"main\", \"serviceId\": \"lab\", \"patientId\": \"" + patient + "\", " + times;
        String id = order(desk, "/api/appointments", booking + ", \"status\": \"proposed\"}", 201)
                .body()
                .get("appointmentId")
                .asText();
        String path = "/api/appointments/" + id;
        Answer corrected = order(desk, path + "/correct", "{\"serviceId\": \"imaging\", \"reason\": \"not lab\"}", 202);
        JsonNode seen = desk.getAfter(corrected.position(), path).body();
        assertThat(seen.get("serviceId").asText()).isEqualTo("imaging");
        assertThat(seen.get("status").asText()).isEqualTo("proposed");
        order(desk, path + "/no-show", "{}", 409);
        order(desk, path + "/confirm", "{}", 202);
        Answer open = order(desk, path + "/no-show", "{}", 422);
        assertThat(open.body().get("rule").asText()).isEqualTo("visit-open");
        Answer error = order(desk, path + "/correct", "{\"enteredInError\": true, \"reason\": \"twice\"}", 202);
        assertThat(desk.getAfter(error.position(), path).body().get("status").asText())
                .isEqualTo("entered-in-error");
        assertThat(order(desk, path + "/cancel", "{\"reason\": \"x\"}", 409)
                        .body()
                        .get("state")
                        .asText())
                .isEqualTo("entered-in-error");
        order(desk, path + "/correct", "{\"reason\": \"nothing\"}", 400);
        order(desk, "/api/appointments", booking.replace(patient, "nobody") + "}", 404);
        order(desk, "/api/appointments", booking + ", \"status\": \"fulfilled\"}", 422);
    }

    @Test
    void aConflictNobodyRaisedIsNotResolved() {
        String decision = "{\"side\": \"ours\", \"reason\": \"x\"}";
        order(as("manager"), "/api/conflicts/none/resolve", decision, 404);
        order(as("front-desk"), "/api/conflicts/none/resolve", decision, 403);
        order(as("manager"), "/api/conflicts/none/resolve", "{\"side\": \"ours\"}", 400);
    }
}
