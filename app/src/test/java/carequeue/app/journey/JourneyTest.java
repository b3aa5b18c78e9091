package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;

/** The words in which the journeys are told. */
abstract class JourneyTest extends RunningClinic {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration IMPORTED = Duration.ofSeconds(90);

    /** An appointment that may be checked in now, of somebody who has no other. */
    static JsonNode dueAppointment(Caller desk) {
        return shown(desk, EhrBookings.due(ehrItself()));
    }

    /** An appointment outside its arrival window, of somebody who has no other. */
    static JsonNode farAppointment(Caller desk) {
        return shown(desk, EhrBookings.far(ehrItself()));
    }

    /** The appointment as it shows here once the EHR's news arrived. */
    static JsonNode shown(Caller desk, EhrBookings.Booked booked) {
        AtomicReference<JsonNode> seen = new AtomicReference<>();
        await().atMost(IMPORTED).until(() -> {
            JsonNode day = desk.get("/api/appointments?siteId=main&limit=200&date=" + EhrBookings.day(booked.start()))
                    .body();
            StreamSupport.stream(day.path("items").spliterator(), false)
                    .filter(a ->
                            booked.appointment().equals(a.at("/externalIds/ehr").asText()))
                    .findFirst()
                    .ifPresent(seen::set);
            return seen.get() != null;
        });
        return seen.get();
    }

    static String businessDay() {
        return EhrBookings.day(Instant.now()).toString();
    }

    /** A walk-in who is typed in at the desk; answers the visit. */
    static String walkIn(Caller desk, String lastName, String service) {
        Answer asked = desk.post("/api/check-ins", walkInBody(lastName, service));
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        return asked.body().get("visitId").asText();
    }

    static String walkInBody(String lastName, String service) {
        return """
                {"siteId": "main", "channel": "desk", "walkIn": {"serviceId": "%s", "reason": "does not feel well",
                 "patient": {"firstName": "Journey", "lastName": "%s", "birthDate": "1980-02-03", "phone": "555-0100"}}}""".formatted(service, lastName);
    }

    /** The check-in once it is done. */
    static JsonNode checkedIn(Caller desk, String visit) {
        AtomicReference<JsonNode> seen = new AtomicReference<>();
        await().atMost(SOON).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> {
            Answer answer = desk.get("/api/check-ins/" + visit);
            assertThat(answer.body().path("state").asText()).as(answer.text()).isEqualTo("done");
            seen.set(answer.body());
        });
        return seen.get();
    }

    /** An action on an entry that leads to a state. */
    static Answer act(Caller desk, String queue, String entry, String action, String body, String state) {
        Answer answer = desk.post("/api/queues/" + queue + "/entries/" + entry + "/" + action, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().get("entryId").asText()).isEqualTo(entry);
        assertThat(answer.body().get("state").asText()).isEqualTo(state);
        return answer;
    }

    /** Somebody of age who is known here and has no open visit. */
    static String knownPatient(Caller desk, String lastName) {
        String visit = walkIn(desk, lastName, "lab");
        JsonNode placed = checkedIn(desk, visit);
        String why = "{\"reason\": \"comes back\"}";
        act(desk, placed.get("queueId").asText(), placed.get("entryId").asText(), "leave", why, "left");
        AtomicReference<String> patient = new AtomicReference<>();
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode seen = desk.get("/api/visits/" + visit).body();
            assertThat(seen.get("state").asText()).isEqualTo("left");
            patient.set(seen.get("patientId").asText());
        });
        return patient.get();
    }

    /** One entry of a board. */
    static JsonNode entryOn(JsonNode board, String entry) {
        return StreamSupport.stream(board.path("entries").spliterator(), false)
                .filter(e -> entry.equals(e.get("entryId").asText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no entry " + entry + " on " + board));
    }

    /** One entry of the board that an answer holds. */
    static JsonNode entryOn(Answer board, String entry) {
        return entryOn(board.body(), entry);
    }
}
