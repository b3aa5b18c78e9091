package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody with several appointments on a day: all are shown, one visit takes them up, and each ends as it was served. */
class TwoAppointmentsTest extends JourneyTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private Caller desk;
    private String patient;

    @BeforeEach
    void somebody() {
        desk = as("front-desk");
        patient = knownPatient(desk, "Twice");
    }

    private String booked(String service, Instant start) {
        Answer answer = desk.post("/api/appointments", """
                {"siteId": "main", "serviceId": "%s", "patientId": "%s", "start": "%s", "end": "%s"}""".formatted(service, patient, start, start.plusSeconds(600)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.body().get("appointmentId").asText();
    }

    private Answer comes(String appointment) {
        return desk.post("/api/check-ins", "{\"siteId\": \"main\", \"appointmentId\": \"" + appointment + "\"}");
    }

    private JsonNode line(String visit, String appointment) {
        JsonNode all = desk.get("/api/check-ins/" + visit).body().path("appointments");
        return StreamSupport.stream(all.spliterator(), false)
                .filter(a -> appointment.equals(a.get("appointmentId").asText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(appointment + " not in " + all));
    }

    private void stands(String appointment, String status) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(desk.get("/api/appointments/" + appointment)
                                .body()
                                .get("status")
                                .asText())
                        .isEqualTo(status));
    }

    private String entryOf(String queue, String ticket) {
        return await().atMost(SOON)
                .until(
                        () -> StreamSupport.stream(
                                        desk.get("/api/queues/" + queue)
                                                .body()
                                                .path("entries")
                                                .spliterator(),
                                        false)
                                .filter(e -> ticket.equals(e.path("ticket").asText()))
                                .map(e -> e.get("entryId").asText())
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }

    private void call(String queue, String entry, String point) {
        String body = "{\"servicePoint\": \"" + point + "\", \"reason\": \"the journey\"}";
        act(desk, queue, entry, "call", body, "called");
    }

    @Test
    void allAreShownTheDueOneIsProposedAndOnlyWhatWasServedIsFulfilled() {
        Instant now = Instant.now();
        String first = booked("primary-care", now);
        String blood = booked("lab", now.plusSeconds(300));
        Answer came = comes(first);
        assertThat(came.status()).as(came.text()).isEqualTo(201);
        String visit = came.body().get("visitId").asText();
        JsonNode placed = checkedIn(desk, visit);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(line(visit, first).get("due").asBoolean()).isFalse();
            assertThat(line(visit, blood).get("due").asBoolean()).isTrue();
        });

        Answer again = comes(blood);
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.body().get("visitId").asText()).isEqualTo(visit);
        stands(blood, "checked-in");
        assertThat(line(visit, blood).get("visitId").asText()).isEqualTo(visit);

        String ticket = placed.get("ticket").asText();
        String queue = placed.get("queueId").asText();
        String lab = queue.replace("primary-care", "lab");
        String other = entryOf(lab, ticket);
        call(lab, other, "lab-1");
        act(desk, lab, other, "no-show", "{}", "no-show");
        String entry = placed.get("entryId").asText();
        // The other queue's place is over for this one as soon as its news is here.
        await().atMost(SOON).untilAsserted(() -> call(queue, entry, "desk-1"));
        act(desk, queue, entry, "start", "{}", "in-service");
        act(desk, queue, entry, "complete", "{}", "completed");
        stands(first, "fulfilled");
        stands(blood, "booked");
    }

    @Test
    void twoOfOneServiceShareThePlaceAndAreFulfilledTogether() {
        Instant now = Instant.now();
        String first = booked("lab", now);
        String second = booked("lab", now.plusSeconds(600));
        String visit = comes(first).body().get("visitId").asText();
        JsonNode placed = checkedIn(desk, visit);
        assertThat(comes(second).body().get("visitId").asText()).isEqualTo(visit);
        stands(second, "checked-in");
        assertThat(desk.get("/api/visits/" + visit).body().get("openItems").toString())
                .doesNotContain("not-placed");
        String queue = placed.get("queueId").asText();
        String entry = placed.get("entryId").asText();
        call(queue, entry, "lab-1");
        act(desk, queue, entry, "start", "{}", "in-service");
        act(desk, queue, entry, "complete", "{}", "completed");
        stands(first, "fulfilled");
        stands(second, "fulfilled");
    }
}
