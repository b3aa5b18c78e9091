package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A site that asks for a deposit when somebody books, and for a fee from who does not come. */
class FeesOverHttpTest extends JourneyTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SITE = """
            {"name": "Fees", "timeZone": "America/Chicago", "services": [{"serviceId": "care", "name": "Care", "prefix": "F"}],
             "servicePoints": [{"id": "room-1", "name": "Room 1", "serviceIds": ["care"]}]}""";

    private void site(String siteId, String policy) {
        assertThat(as("admin").put("/api/sites/" + siteId, SITE).status()).isEqualTo(201);
        Answer set = as("manager").put("/api/sites/" + siteId + "/policies/payment", policy);
        assertThat(set.status()).as(set.text()).isEqualTo(200);
    }

    private String booked(String siteId, String patient, Instant start) {
        Answer booked = as("front-desk")
                .post("/api/appointments", """
                {"siteId": "%s", "serviceId": "care", "patientId": "%s", "start": "%s", "end": "%s"}""".formatted(siteId, patient, start, start.plus(Duration.ofMinutes(20))));
        assertThat(booked.status()).as(booked.text()).isEqualTo(201);
        return booked.body().get("appointmentId").asText();
    }

    private List<JsonNode> payments(String siteId) {
        JsonNode items =
                as("front-desk").get("/api/payments?siteId=" + siteId).body().path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    /** The only payment of the site, once it stands so. */
    private JsonNode only(String siteId, String purpose, String state) {
        AtomicReference<JsonNode> found = new AtomicReference<>();
        await().atMost(SOON).untilAsserted(() -> {
            List<JsonNode> all = payments(siteId);
            assertThat(all).hasSize(1);
            assertThat(all.get(0).path("purpose").asText()).isEqualTo(purpose);
            assertThat(all.get(0).path("state").asText()).as(all.toString()).isEqualTo(state);
            found.set(all.get(0));
        });
        return found.get();
    }

    private void accepted(String path, String body) {
        Answer answer = as("front-desk").post(path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    }

    @Test
    void whoBooksIsAskedForADepositAndGetsItBackWhenItIsCancelled() {
        site("deposits", "{\"deposit\": 4000}");
        String patient = knownPatient(as("front-desk"), "Deposit");
        String unpaid = booked("deposits", patient, Instant.now().plus(Duration.ofDays(2)));
        JsonNode asked = only("deposits", "deposit", "requested");
        assertThat(asked.at("/amount/amount").asLong()).isEqualTo(4000);
        assertThat(asked.at("/patient/id").asText()).isEqualTo(patient);
        accepted("/api/appointments/" + unpaid + "/cancel", "{\"reason\": \"the patient is away\"}");
        only("deposits", "deposit", "voided");
    }

    @Test
    void whoBooksForThePastIsAskedForNothing() {
        site("no-deposits", "{\"deposit\": 4000, \"noShowFee\": 0}");
        String patient = knownPatient(as("front-desk"), "Past");
        String appointment = booked("no-deposits", patient, Instant.now().minus(Duration.ofHours(2)));
        accepted("/api/appointments/" + appointment + "/no-show", "{}");
        // The next one of the same site is asked for a deposit: had there been anything before it, it would be seen by
        // then.
        booked("no-deposits", patient, Instant.now().plus(Duration.ofDays(3)));
        only("no-deposits", "deposit", "requested");
    }

    @Test
    void whoDoesNotComeIsAskedForAFeeThatIsTakenBackWhenItWasAMistake() {
        site("no-shows", "{\"noShowFee\": 3500}");
        String patient = knownPatient(as("front-desk"), "Noshow");
        String missed = booked("no-shows", patient, Instant.now().minus(Duration.ofHours(2)));
        accepted("/api/appointments/" + missed + "/no-show", "{}");
        JsonNode fee = only("no-shows", "no-show-fee", "requested");
        assertThat(fee.at("/amount/amount").asLong()).isEqualTo(3500);
        assertThat(fee.at("/amount/currency").asText()).isEqualTo("USD");
        accepted("/api/appointments/" + missed + "/bring-back", "{}");
        only("no-shows", "no-show-fee", "voided");
    }

    @Test
    void whoMayStillComeIsNoNoShowAndOwesNothing() {
        site("too-soon", "{\"noShowFee\": 3500}");
        String patient = knownPatient(as("front-desk"), "Toosoon");
        String due = booked("too-soon", patient, Instant.now());
        Answer refused = as("front-desk").post("/api/appointments/" + due + "/no-show", "{}");
        assertThat(refused.status()).as(refused.text()).isIn(409, 422);
        assertThat(payments("too-soon")).isEmpty();
    }
}
