package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A walk-in of whom the desk makes an appointment, so that the day's plan, the provider and the statistics have it. */
class WalkInBookedTest extends JourneyTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private static Answer comes(Caller desk, String lastName, String more) {
        String body = walkInBody(lastName, "primary-care")
                .replace("\"reason\": \"does not feel well\"", "\"reason\": \"does not feel well\"" + more);
        return desk.post("/api/check-ins", body);
    }

    private static JsonNode visit(Caller desk, String visit) {
        return desk.get("/api/visits/" + visit).body();
    }

    private static String status(Caller desk, String appointment) {
        return desk.get("/api/appointments/" + appointment)
                .body()
                .path("status")
                .asText();
    }

    @Test
    void theAppointmentIsThereIsFollowedAndIsFulfilledWithTheVisit() {
        Caller desk = as("front-desk");
        Answer asked = comes(desk, "Planned", ", \"asAppointment\": true");
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        String visit = asked.body().get("visitId").asText();
        JsonNode placed = checkedIn(desk, visit);
        String appointment = visit(desk, visit).path("appointmentId").asText();
        assertThat(appointment).isNotEmpty();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(status(desk, appointment)).isEqualTo("checked-in"));
        JsonNode seen = desk.get("/api/appointments/" + appointment).body();
        assertThat(seen.path("kind").asText()).isEqualTo("walk-in");
        assertThat(seen.path("visitId").asText()).isEqualTo(visit);
        assertThat(desk.get("/api/appointments?siteId=main&limit=200&date=" + businessDay())
                        .body()
                        .findValuesAsText("appointmentId"))
                .contains(appointment);

        String queue = placed.get("queueId").asText();
        String entry = placed.get("entryId").asText();
        act(desk, queue, entry, "call", "{\"servicePoint\": \"room-1\", \"reason\": \"the journey\"}", "called");
        act(desk, queue, entry, "start", "{}", "in-service");
        act(desk, queue, entry, "complete", "{}", "completed");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(status(desk, appointment)).isEqualTo("fulfilled"));
    }

    @Test
    void itIsAnAppointmentOnlyWhereTheDeskSaysSoAndAProviderNeedsOne() {
        Caller desk = as("front-desk");
        String plain = comes(desk, "Unplanned", "").body().get("visitId").asText();
        checkedIn(desk, plain);
        assertThat(visit(desk, plain).path("appointmentId").isNull()).isTrue();
        Answer refused = comes(desk, "Unplanned", ", \"providerId\": \"dr-lee\"");
        assertThat(refused.status()).as(refused.text()).isIn(400, 422);
        assertThat(refused.text()).contains("a provider is named for an appointment");
    }
}
