package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A provider who is away: who is booked with them is marked, told and on a worklist, until another provider or time is found. */
class ProviderAwayTest extends JourneyTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private static Answer booked(Caller desk, String patient, Instant start) {
        Answer answer = desk.post("/api/appointments", """
                {"siteId": "main", "serviceId": "primary-care", "providerId": "dr-gone", "patientId": "%s",
                 "start": "%s", "end": "%s"}""".formatted(patient, start, start.plusSeconds(1200)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private static JsonNode worklist(Caller desk) {
        return desk.get("/api/worklist/appointments?siteId=main").body().get("items");
    }

    @Test
    void theirAppointmentsAreMarkedAndToldAndListedUntilSomebodySeesToThem() {
        Caller desk = as("front-desk");
        String patient = knownPatient(desk, "Expected");
        Instant start = Instant.now().plus(Duration.ofDays(2));
        Answer booked = booked(desk, patient, start);
        String appointment = booked.body().get("appointmentId").asText();
        assertThat(desk.getAfter(booked.position(), "/api/appointments/" + appointment)
                        .body()
                        .get("flags"))
                .isEmpty();

        Answer away = desk.post(
                "/api/sites/main/providers/dr-gone/unavailable",
                "{\"from\": \"" + start.minusSeconds(3600) + "\", \"until\": \"" + start.plusSeconds(3600)
                        + "\", \"reason\": \"ill\"}");
        assertThat(away.status()).as(away.text()).isEqualTo(202);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(desk.get("/api/appointments/" + appointment)
                            .body()
                            .get("flags")
                            .toString())
                    .isEqualTo("[\"provider-unavailable\"]");
            assertThat(worklist(desk).findValuesAsText("appointmentId")).contains(appointment);
        });
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(as("auditor")
                                .get("/api/audit/events?type=notification.requested&limit=200")
                                .text())
                        .contains("provider-away:" + appointment));
        assertThat(desk.get("/api/appointments/" + appointment)
                        .body()
                        .get("status")
                        .asText())
                .isEqualTo("booked");

        Instant later = start.plus(Duration.ofHours(3));
        Answer moved = desk.post(
                "/api/appointments/" + appointment + "/reschedule",
                "{\"start\": \"" + later + "\", \"end\": \"" + later.plusSeconds(1200)
                        + "\", \"reason\": \"the doctor is away\"}");
        assertThat(moved.status()).as(moved.text()).isEqualTo(202);
        assertThat(desk.getAfter(moved.position(), "/api/appointments/" + appointment)
                        .body()
                        .get("flags"))
                .isEmpty();
        assertThat(worklist(desk).findValuesAsText("appointmentId")).doesNotContain(appointment);
    }
}
