package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One patient from the door to the room, over HTTP, with the sandbox EHR outside. */
class FirstVisitTest extends JourneyTest {

    private Caller desk;

    @BeforeEach
    void signIn() {
        desk = as("front-desk");
    }

    @Test
    void aBookedPatientIsCheckedInCalledServedAndTheEhrKnows() {
        JsonNode appointment = dueAppointment(desk);
        Answer asked = desk.post(
                "/api/check-ins", """
                {"siteId": "main", "channel": "desk", "appointmentId": "%s"}""".formatted(appointment.get("appointmentId").asText()));
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        String visit = asked.body().get("visitId").asText();
        assertThat(asked.body().get("checkInId").asText()).isEqualTo(visit);
        assertThat(asked.header("Location")).endsWith("/api/check-ins/" + visit);

        JsonNode checkIn = checkedIn(desk, visit);
        assertThat(checkIn.get("ticket").asText()).matches("[A-Z]-\\d{3}");
        String queue = checkIn.get("queueId").asText();
        String entry = checkIn.get("entryId").asText();
        assertThat(entryOn(desk.get("/api/queues/" + queue), entry).get("state").asText())
                .isEqualTo("waiting");

        act(desk, queue, entry, "call", "{\"servicePoint\": \"desk-1\", \"reason\": \"the journey\"}", "called");
        act(desk, queue, entry, "start", "{}", "in-service");
        Answer done = act(desk, queue, entry, "complete", "{}", "completed");
        JsonNode board = desk.getAfter(done.position(), "/api/queues/" + queue).body();
        assertThat(entryOn(board, entry).get("state").asText()).isEqualTo("completed");

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode seen = desk.get("/api/visits/" + visit).body();
            assertThat(seen.get("state").asText()).isEqualTo("finished");
            assertThat(seen.get("openItems")).isEmpty();
        });
        String ehrId = appointment.get("externalIds").get("ehr").asText();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(ehr("/Appointment/" + ehrId).get("status").asText()).isEqualTo("fulfilled");
            assertThat(ehr("/Encounter?identifier=urn:carequeue:visit%7C" + visit)
                            .at("/entry/0/resource/status")
                            .asText())
                    .isEqualTo("finished");
        });
    }

    @Test
    void aWalkInGetsATicketAndHistoryTellsItAll() {
        String visit = walkIn(desk, "Ledger", "urgent-care");
        JsonNode checkIn = checkedIn(desk, visit);
        String queue = checkIn.get("queueId").asText();

        // The check-in is seen in its view; the auditors' follows by itself.
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(as("auditor")
                                .get("/api/audit/events?entity=" + visit + "&limit=100")
                                .body()
                                .get("items")
                                .findValuesAsText("type"))
                        .contains("visit.check-in-requested", "visit.placed"));

        JsonNode timeline =
                desk.get("/api/visits/" + visit + "/timeline").body().get("items");
        assertThat(timeline.findValuesAsText("type")).contains("visit.check-in-requested", "queue.entry-joined");
        assertThat(timeline.get(0).get("actor").asText()).isEqualTo("front-desk");
        assertThat(queue).contains("urgent-care");
        assertThat(as("auditor")
                        .get("/api/audit/events?entity=" + visit + "&type=visit.check-in-requested")
                        .body()
                        .at("/items/0/payload/reason")
                        .asText())
                .isEqualTo("does not feel well");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "patient.registered",
                "patient.recorded",
                "appointment.booked",
                "visit.check-in-requested",
                "visit.item-raised",
                "visit.placed",
                "visit.told",
                "queue.opened",
                "queue.entry-joined"
            })
    void everyEventSaysWhoWhenWhereAndBecauseOfWhat(String type) {
        String visit = walkIn(desk, "Facts", "urgent-care");
        checkedIn(desk, visit);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(eventsOf(type)).isNotEmpty());

        assertThat(eventsOf(type)).allSatisfy(event -> {
            for (String field : List.of("at", "occurredAt", "site", "businessDay", "channel", "causationId")) {
                assertThat(event.path(field).asText(""))
                        .as("%s of %s", field, event)
                        .isNotEmpty();
            }
            assertThat(event.at("/actor/id").asText("")).as("%s", event).isNotEmpty();
            if (type.startsWith("visit") || type.startsWith("queue.entry")) {
                assertThat(event.path("correlationId").asText(""))
                        .as("%s", event)
                        .isNotEmpty();
            }
        });
    }

    private JsonNode eventsOf(String type) {
        return as("auditor")
                .get("/api/audit/events?limit=50&type=" + type)
                .body()
                .path("items");
    }

    @Test
    void theBoardAsOfAnInstantIsTheBoardAsItStood() {
        JsonNode checkIn = checkedIn(desk, walkIn(desk, "Asof", "lab"));
        String queue = checkIn.get("queueId").asText();
        String entry = checkIn.get("entryId").asText();
        JsonNode waiting = desk.get("/api/queues/" + queue).body();
        Answer called =
                act(desk, queue, entry, "call", "{\"servicePoint\": \"lab-1\", \"reason\": \"test\"}", "called");
        desk.getAfter(called.position(), "/api/queues/" + queue);

        JsonNode then = as("auditor")
                .get("/api/audit/queues/" + queue + "/as-of?position="
                        + waiting.get("position").asLong())
                .body();

        assertThat(entryOn(then, entry).get("state").asText()).isEqualTo("waiting");
        assertThat(entryOn(then, entry).get("calledAt").isNull()).isTrue();
        assertThat(then.get("entries")).hasSameSizeAs(waiting.get("entries"));
    }
}
