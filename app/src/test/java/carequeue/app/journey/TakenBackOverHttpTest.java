package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A check-in that was wrong is taken back, over HTTP and on the real store: by desk and clock, with the EHR and the money. */
class TakenBackOverHttpTest extends JourneyTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String WHY = "{\"reason\": \"the other Maria Garcia\"}";

    private Caller desk;

    @BeforeEach
    void signIn() {
        desk = as("front-desk");
    }

    private void becomes(String path, String pointer, String value) {
        await().atMost(SOON).untilAsserted(() -> {
            Answer answer = desk.get(path);
            assertThat(answer.body().at(pointer).asText()).as(answer.text()).isEqualTo(value);
        });
    }

    @Test
    void theWrongPatientIsTakenOutOfEverything() {
        JsonNode appointment = dueAppointment(desk);
        String booked = appointment.get("appointmentId").asText();
        String body = "{\"siteId\": \"main\", \"appointmentId\": \"" + booked + "\"}";
        Answer asked = desk.post("/api/check-ins", body);
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        String visit = asked.body().get("visitId").asText();
        JsonNode placed = checkedIn(desk, visit);
        String queue = placed.get("queueId").asText();
        String entry = placed.get("entryId").asText();
        String patient = entryOn(desk.get("/api/queues/" + queue), entry)
                .at("/patient/id")
                .asText();
        Answer owed = desk.post("/api/payments", """
                {"siteId": "main", "visitId": "%s", "patientId": "%s", "purpose": "co-pay",
                 "amount": {"amount": 2500, "currency": "USD"}}""".formatted(visit, patient));
        assertThat(owed.status()).as(owed.text()).isEqualTo(201);

        Answer reversed = desk.post("/api/check-ins/" + visit + "/reverse", WHY);
        assertThat(reversed.status()).as(reversed.text()).isEqualTo(202);
        assertThat(desk.getAfter(reversed.position(), "/api/visits/" + visit)
                        .body()
                        .get("state")
                        .asText())
                .isEqualTo("entered-in-error");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(entryOn(desk.get("/api/queues/" + queue), entry)
                                .get("state")
                                .asText())
                        .isEqualTo("entered-in-error"));
        becomes("/api/appointments/" + booked, "/status", "booked");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                desk.get("/api/visits/" + visit + "/timeline").text())
                        .contains("visit.check-in-reversed", "payment.voided", "the other Maria Garcia")
                        .contains("queue.entry-entered-in-error", "visit.told"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ehr("/Encounter?identifier=urn:carequeue:visit%7C" + visit)
                                .at("/entry/0/resource/status")
                                .asText())
                        .isEqualTo("entered-in-error"));

        Answer again = desk.post("/api/check-ins/" + visit + "/reverse", WHY);
        assertThat(again.status()).as(again.text()).isEqualTo(202);
        Answer rightOne = desk.post("/api/check-ins", body);
        assertThat(rightOne.status()).as(rightOne.text()).isEqualTo(201);
        assertThat(rightOne.body().get("visitId").asText()).isNotEqualTo(visit);
    }

    @Test
    void aFinishedVisitIsNotTakenBack() {
        String visit = walkIn(desk, "Finished", "lab");
        JsonNode placed = checkedIn(desk, visit);
        String queue = placed.get("queueId").asText();
        String entry = placed.get("entryId").asText();
        act(desk, queue, entry, "call", "{\"servicePoint\": \"lab-1\", \"reason\": \"the journey\"}", "called");
        act(desk, queue, entry, "start", "{}", "in-service");
        act(desk, queue, entry, "complete", "{}", "completed");
        becomes("/api/visits/" + visit, "/state", "finished");
        Answer refused = desk.post("/api/check-ins/" + visit + "/reverse", WHY);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("state").asText()).isEqualTo("finished");
        assertThat(refused.body().get("detail").asText()).contains("completing the service");
        Answer undone = desk.post("/api/queues/" + queue + "/entries/" + entry + "/undo", "{}");
        assertThat(undone.status()).isEqualTo(409);
        assertThat(undone.body().get("detail").asText()).contains("completing the service");
    }

    @Test
    void whatIsToBeDoneIsClosedByHandWithNameAndReason() {
        String visit = walkIn(desk, "Alarmed", "lab");
        checkedIn(desk, visit);
        String close = "/api/visits/" + visit + "/items/red-flag/close";
        assertThat(desk.post(close, WHY).status()).isEqualTo(409);
        assertThat(desk.post("/api/visits/" + visit + "/items/nothing/close", WHY)
                        .status())
                .isEqualTo(404);
        assertThat(desk.post(close, "{}").status()).isEqualTo(400);
        Answer alarm = desk.post(
                "/api/check-ins",
                walkInBody("Pain", "urgent-care").replace("does not feel well", "Chest pain since this morning"));
        String alarmed = alarm.body().get("visitId").asText();
        becomes("/api/visits/" + alarmed, "/openItems/0/item", "red-flag");
        Answer closed =
                desk.post("/api/visits/" + alarmed + "/items/red-flag/close", "{\"reason\": \"seen by the nurse\"}");
        assertThat(closed.status()).as(closed.text()).isEqualTo(202);
        JsonNode after =
                desk.getAfter(closed.position(), "/api/visits/" + alarmed).body();
        assertThat(after.at("/closedItems").toString()).contains("seen by the nurse", "front-desk");
        assertThat(desk.get("/api/worklist?siteId=main").body().findParents("visitId"))
                .noneMatch(line -> line.get("visitId").asText().equals(alarmed)
                        && line.get("item").asText().equals("red-flag"));
    }
}
