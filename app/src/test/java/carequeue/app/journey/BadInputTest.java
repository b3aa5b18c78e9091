package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is wrong gets a clear answer and loses nothing. */
class BadInputTest extends JourneyTest {

    @Test
    void anUnknownPatientIsRefusedInTheCheckInsProgress() {
        Caller desk = as("front-desk");
        Answer asked = desk.post("/api/check-ins", "{\"siteId\": \"main\", \"identifier\": {\"mrn\": \"ZZZZ9999\"}}");
        assertThat(asked.status()).isEqualTo(201);
        String visit = asked.body().get("visitId").asText();

        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            JsonNode checkIn = desk.get("/api/check-ins/" + visit).body();
            assertThat(checkIn.get("state").asText()).isEqualTo("refused");
            assertThat(checkIn.get("steps").toString()).doesNotContain("ZZZZ9999");
        });
    }

    @Test
    void anUnknownAppointmentIsNotFound() {
        Answer answer = as("front-desk")
                .post("/api/check-ins", "{\"siteId\": \"main\", \"appointmentId\": \"" + UUID.randomUUID() + "\"}");
        problem(answer, 404);
    }

    @Test
    void anUnknownQueueIsNotFound() {
        Answer answer = as("front-desk").post("/api/queues/main.lab.2020-01-01/pause", "{}");
        problem(answer, 404);
        assertThat(answer.body().get("detail").asText()).isEqualTo("There is no queue main.lab.2020-01-01.");
    }

    @Test
    void malformedJsonIsNamedAndNotEchoed() {
        Answer answer = as("front-desk").post("/api/check-ins", "{\"siteId\": \"secret-of-the-patient\", ");
        problem(answer, 400);
        assertThat(answer.text()).doesNotContain("secret-of-the-patient");
    }

    @Test
    void aMissingFieldIsNamedByItsPointer() {
        Answer answer = as("front-desk").post("/api/queues/main.lab.2026-01-01/call-next", "{}");
        problem(answer, 400);
        assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/servicePoint");
    }

    @Test
    void withoutSignInNothingAnswersAndNoDialogIsAskedFor() {
        Answer answer = Caller.nobody(origin()).get("/api/sites");
        problem(answer, 401);
        assertThat(answer.header("WWW-Authenticate")).isNull();
    }

    @Test
    void aWrongRoleIsForbidden() {
        problem(
                as("auditor").post("/api/check-ins", "{\"siteId\": \"main\", \"identifier\": {\"mrn\": \"ABC12345\"}}"),
                403);
        problem(as("kiosk").get("/api/queues?siteId=main"), 403);
    }

    @Test
    void aWrongStateIsNamed() {
        Caller desk = as("front-desk");
        JsonNode checkIn = checkedIn(desk, walkIn(desk, "Wrongstate", "urgent-care"));
        Answer answer = desk.post(
                "/api/queues/" + checkIn.get("queueId").asText() + "/entries/"
                        + checkIn.get("entryId").asText() + "/complete",
                "{}");
        problem(answer, 409);
        assertThat(answer.body().get("state").asText()).isEqualTo("waiting");
    }

    @Test
    void anUnknownServicePointIsRefusedWithTheList() {
        Caller desk = as("front-desk");
        JsonNode checkIn = checkedIn(desk, walkIn(desk, "Nopoint", "urgent-care"));
        Answer answer = desk.post(
                "/api/queues/" + checkIn.get("queueId").asText() + "/call-next", "{\"servicePoint\": \"roof\"}");
        problem(answer, 422);
        assertThat(answer.body().get("detail").asText()).contains("room-1", "room-2");
    }

    @Test
    void theSameKeyGivesTheSameAnswerAndAnotherBodyIsRefused() {
        Caller desk = as("front-desk");
        String key = UUID.randomUUID().toString();
        String body = walkInBody("Repeat", "urgent-care");
        Answer first = desk.post("/api/check-ins", body, "Idempotency-Key", key);
        Answer again = desk.post("/api/check-ins", body, "Idempotency-Key", key);

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.position()).isEqualTo(first.position());
        problem(desk.post("/api/check-ins", walkInBody("Other", "lab"), "Idempotency-Key", key), 422);
    }

    private static void problem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body().get("type").asText()).isNotEqualTo("about:blank");
        assertThat(answer.body().get("detail").asText()).isNotBlank();
    }

    @Test
    void aQuestionWithABadFieldIsMalformed() {
        problem(as("front-desk").get("/api/appointments?siteId=main&date=soon"), 400);
        problem(as("front-desk").get("/api/appointments?siteId=main&cursor=nonsense"), 400);
    }
}
