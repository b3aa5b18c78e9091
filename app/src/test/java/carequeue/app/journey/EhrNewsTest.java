package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What changes in the EHR shows here: in seconds when it tells us, and once each after it could not. */
class EhrNewsTest extends JourneyTest {

    private static final Duration SECONDS = Duration.ofSeconds(10);
    private static final Duration CAUGHT_UP = Duration.ofSeconds(90);

    @AfterEach
    void heal() {
        outage(false);
        loseNews(false);
    }

    private static String theirs(JsonNode appointment) {
        return appointment.at("/externalIds/ehr").asText();
    }

    private JsonNode now(Caller desk, JsonNode appointment) {
        return desk.get("/api/appointments/" + appointment.get("appointmentId").asText())
                .body();
    }

    /** Somebody in the EHR lets the appointment end later, so that every reading of the day would show it too. */
    private static Instant prolong(JsonNode appointment, int minutes) {
        ObjectNode there = (ObjectNode) ehr("/Appointment/" + theirs(appointment));
        Instant end = Instant.parse(appointment.get("end").asText()).plus(Duration.ofMinutes(minutes));
        there.put("end", end.toString());
        assertThat(changeEhr("/Appointment/" + theirs(appointment), there.toString())
                        .status())
                .isEqualTo(200);
        return end;
    }

    private long happened(JsonNode appointment, String type) {
        JsonNode events = as("auditor")
                .get("/api/audit/events?limit=200&entity="
                        + appointment.get("appointmentId").asText())
                .body()
                .path("items");
        return events.findValuesAsText("type").stream().filter(type::equals).count();
    }

    /** Our subscription is there: from now on the EHR tells us. */
    private static void subscribed() {
        await().atMost(CAUGHT_UP)
                .untilAsserted(() -> assertThat(ehr("/Subscription").toString()).contains("/webhooks/ehr/carequeue"));
    }

    @Test
    void whatTheEhrTellsShowsInSecondsAndOnce() {
        subscribed();
        Caller desk = as("front-desk");
        JsonNode appointment = farAppointment(desk);
        Instant end = prolong(appointment, 5);
        await().atMost(SECONDS)
                .untilAsserted(() ->
                        assertThat(now(desk, appointment).path("end").asText()).isEqualTo(end.toString()));
        assertThat(happened(appointment, "appointment.rescheduled")).isEqualTo(1);
    }

    @Test
    void newsThatWereLostAreMissedAndAskedForWithTheNextOnes() {
        subscribed();
        Caller desk = as("front-desk");
        JsonNode lost = farAppointment(desk);
        JsonNode told = farAppointment(desk);
        loseNews(true);
        Instant lostEnd = prolong(lost, 5);
        loseNews(false);
        prolong(told, 5);
        await().atMost(SECONDS)
                .untilAsserted(
                        () -> assertThat(now(desk, lost).path("end").asText()).isEqualTo(lostEnd.toString()));
        assertThat(happened(lost, "appointment.rescheduled")).isEqualTo(1);
    }

    @Test
    void whatWasDeletedWhileTheEhrWasAwayIsCancelledHereOnceWhenItIsBack() {
        Caller desk = as("front-desk");
        JsonNode appointment = farAppointment(desk);
        loseNews(true);
        outage(true);
        deleteInEhr("Appointment/" + theirs(appointment));
        await().atMost(CAUGHT_UP)
                .untilAsserted(() -> assertThat(
                                as("manager").get("/api/integrations/health").text())
                        .containsPattern("\"service\":\"ehr\",\"status\":\"(down|degraded)\""));
        outage(false);
        await().atMost(CAUGHT_UP)
                .untilAsserted(
                        () -> assertThat(now(desk, appointment).path("status").asText())
                                .isEqualTo("cancelled"));
        assertThat(happened(appointment, "appointment.cancelled")).isEqualTo(1);
    }
}
