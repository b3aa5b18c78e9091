package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The practice management system is well, slow, failing, away and back: patients flow all the while, and each appointment stays one. */
class PmsAwayTest extends JourneyTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @AfterEach
    void heal() {
        faults("\"outage\": false");
    }

    private static void faults(String what) {
        Caller.nobody(sandboxUrl()).post("/faults", "{\"service\": \"pms\", " + what + "}");
    }

    private static JsonNode there(String id) {
        return Caller.nobody(sandboxUrl())
                .get("/pms/appointments/" + id, "X-API-Key", "sandbox-pms-key")
                .body();
    }

    private static List<JsonNode> day(Caller desk) {
        JsonNode day = desk.get("/api/appointments?siteId=main&limit=200&date=" + businessDay())
                .body();
        return StreamSupport.stream(day.path("items").spliterator(), false).toList();
    }

    private JsonNode knownToBoth(Caller desk) {
        EhrBookings.Booked booked = EhrBookings.far(ehrItself());
        bookThere("PT-" + booked.patient(), "lab", booked.start());
        AtomicReference<JsonNode> found = new AtomicReference<>();
        await().atMost(LONG).until(() -> {
            found.set(shown(desk, booked));
            return both(found.get());
        });
        return found.get();
    }

    private static String bookThere(String patient, String type, Instant start) {
        Answer booked = Caller.nobody(sandboxUrl())
                .post("/control/pms/appointments", """
            {"patientId": "%s", "providerId": null, "scheduledTime": "%s", "duration": 10, "appointmentType": "%s",
             "status": "scheduled", "department": "main"}\
            """.formatted(patient, start.truncatedTo(ChronoUnit.SECONDS), type));
        return booked.body().path("appointmentId").asText();
    }

    private static boolean both(JsonNode a) {
        return a.at("/externalIds/ehr").isTextual() && a.at("/externalIds/pms").isTextual();
    }

    private String checkIn(Caller desk, JsonNode appointment) {
        Answer asked = desk.post(
                "/api/check-ins",
                "{\"siteId\": \"main\", \"appointmentId\": \"%s\", \"reason\": \"the desk lets them in at this hour\"}"
                        .formatted(appointment.get("appointmentId").asText()));
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        return asked.body().get("visitId").asText();
    }

    @Test
    void whatBothSystemsKnowIsOneAndBothAreTold() {
        Caller desk = as("front-desk");
        JsonNode appointment = knownToBoth(desk);
        assertThat(day(desk).stream()
                        .filter(a -> a.at("/externalIds/ehr").isTextual()
                                || a.at("/externalIds/pms").isTextual())
                        .map(a -> a.at("/patient/id").asText() + a.get("start") + a.get("serviceId"))
                        .toList())
                .doesNotHaveDuplicates();
        checkedIn(desk, checkIn(desk, appointment));
        String pms = appointment.at("/externalIds/pms").asText();
        await().atMost(LONG)
                .untilAsserted(
                        () -> assertThat(there(pms).path("status").asText()).isEqualTo("checked-in"));
        JsonNode seen = desk.get(
                        "/api/appointments/" + appointment.get("appointmentId").asText())
                .body();
        assertThat(seen.get("queuePosition").asInt()).isPositive();
        assertThat(seen.get("estimatedWaitTime").isNull())
                .isEqualTo(seen.get("waitReason").isTextual());
        assertThat(as("auditor")
                        .get("/api/audit/transformations?service=pms&patient="
                                + appointment.at("/patient/id").asText())
                        .body()
                        .get("items"))
                .isNotEmpty();
        assertThat(desk.get("/api/worklist/outside").body().get("items").toString())
                .contains("appointmentType unmapped");
    }

    @Test
    void slowOrFailingItIsToldLaterAndNobodyWaits() {
        Caller desk = as("front-desk");
        JsonNode appointment = knownToBoth(desk);
        faults("\"latencyMillis\": 1500, \"errorRate\": 0.5");
        checkedIn(desk, checkIn(desk, appointment));
        String pms = appointment.at("/externalIds/pms").asText();
        faults("\"outage\": true");
        await().atMost(LONG).untilAsserted(() -> assertThat(health("pms")).isEqualTo("down"));
        faults("\"outage\": false");
        await().atMost(LONG).untilAsserted(() -> {
            assertThat(there(pms).path("status").asText()).isEqualTo("checked-in");
            assertThat(health("pms")).isNotEqualTo("down");
        });
    }

    private String health(String service) {
        JsonNode all = as("manager").get("/api/integrations/health").body();
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> service.equals(one.get("service").asText()))
                .map(one -> one.get("status").asText())
                .findFirst()
                .orElse("");
    }

    @Test
    void aWalkInWhileItWasAwayIsMatchedWithItsAppointment() {
        Caller desk = as("front-desk");
        JsonNode known = knownToBoth(desk);
        String theirs =
                there(known.at("/externalIds/pms").asText()).path("patientId").asText();
        faults("\"outage\": true");
        Answer asked = desk.post(
                "/api/check-ins",
                "{\"siteId\": \"main\", \"identifier\": {\"mrn\": \"%s\"}, \"serviceId\": \"imaging\"}"
                        .formatted(known.at("/patient/mrn").asText()));
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        String visit = asked.body().get("visitId").asText();
        checkedIn(desk, visit);

        String pms = bookThere(theirs, "imaging", Instant.now());
        faults("\"outage\": false");
        await().atMost(LONG).untilAsserted(() -> {
            List<JsonNode> found = day(desk).stream()
                    .filter(a -> pms.equals(a.at("/externalIds/pms").asText()))
                    .toList();
            assertThat(found).singleElement().satisfies(a -> {
                assertThat(a.get("visitId").asText()).isEqualTo(visit);
                assertThat(a.get("status").asText()).isEqualTo("checked-in");
            });
            assertThat(there(pms).path("status").asText()).isEqualTo("checked-in");
        });
    }
}
