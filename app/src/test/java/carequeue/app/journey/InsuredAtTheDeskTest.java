package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.api.Ids;
import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who pays for a visit, over HTTP, with the payer well, slow, away and back: nobody waits, nothing is silent, and what was missed is made up for once. */
class InsuredAtTheDeskTest extends JourneyTest {

    private static final String COVERED = """
        {"coverages": [{"coverageId": "%s", "order": "primary", "payerId": "60054", "payerName": "Aetna",
         "memberId": "%s", "relationship": "self"}]}\
        """;

    private static String detail(JsonNode checkIn, String step) {
        return StreamSupport.stream(checkIn.path("steps").spliterator(), false)
                .filter(s -> s.get("name").asText().equals(step))
                .map(s -> s.get("state").asText() + " " + s.get("detail").asText())
                .findFirst()
                .orElseThrow();
    }

    /** The payer's answer and the closing of the open item come in either order, and the later one is what the step says. */
    private static void becomes(Caller desk, String visit, String step, String standing) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                detail(desk.get("/api/check-ins/" + visit).body(), step))
                        .isIn(standing, standing.equals("done active") ? "done the insurance is verified" : standing));
    }

    private static String coPay(String visit, String purpose) {
        return Ids.derived("payment", visit, purpose);
    }

    @AfterEach
    void mend() {
        payerIs("");
    }

    private void covered(String patient, String coverage, String member) {
        Answer answer =
                as("front-desk").put("/api/patients/" + patient + "/coverages", COVERED.formatted(coverage, member));
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    }

    private List<Long> amounts(String visit) {
        JsonNode items = as("auditor")
                .get("/api/audit/events?entity=" + visit + "&type=payment.requested&limit=50")
                .body()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(i -> i.at("/payload/amount/amount").asLong())
                .sorted()
                .toList();
    }

    private String arrives(Caller desk, String member) {
        JsonNode appointment = farAppointment(desk);
        covered(appointment.at("/patient/id").asText(), "cov-" + member, member);
        Answer asked = desk.post(
                "/api/check-ins", """
                    {"siteId": "main", "appointmentId": "%s", "reason": "the desk lets them in at this hour"}\
                    """.formatted(appointment.get("appointmentId").asText()));
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        return asked.body().get("visitId").asText();
    }

    @Test
    void theCoPayIsWhatThePayerSays() {
        Caller desk = as("front-desk");
        String visit = arrives(desk, "COPAY4100");
        checkedIn(desk, visit);
        becomes(desk, visit, "eligibility", "done active");
        becomes(desk, visit, "co-pay", "open asked: 41.00 USD");
        assertThat(amounts(visit)).containsExactly(4100L);
        assertThat(askedAbout("COPAY4100")).isEqualTo(1);
    }

    @Test
    void whomThePayerDoesNotKnowIsPlacedAndLeftToTheDesk() {
        Caller desk = as("front-desk");
        String visit = arrives(desk, "AAA75C");
        checkedIn(desk, visit);
        becomes(desk, visit, "eligibility", "open patient-must-correct");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(as("billing")
                                .get("/api/eligibility-checks?state=patient-must-correct")
                                .text())
                        .contains(visit, "AAA03:75"));
    }

    @Test
    void nobodyWaitsForASlowPayerAndWhatIsNotYetCollectedBecomesWhatItSays() {
        Caller desk = as("front-desk");
        payerIs("\"latencyMillis\": 15000");
        String visit = arrives(desk, "COPAY4200");
        checkedIn(desk, visit);
        becomes(desk, visit, "co-pay", "open asked: 25.00 USD");
        payerIs("");
        becomes(desk, visit, "eligibility", "done active");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(desk.get("/api/payments/" + coPay(visit, "co-pay"))
                                .body()
                                .at("/amount/amount")
                                .asLong())
                        .isEqualTo(4200));
        assertThat(askedAbout("COPAY4200")).isEqualTo(1);
    }

    @Test
    void whilePayerIsAwayTheDefaultIsPaidAndWhenItIsBackOnlyTheDifferenceIsAsked() {
        Caller desk = as("front-desk");
        desk.post("/api/sites/main/tills", "{\"cash\": {\"amount\": 10000, \"currency\": \"USD\"}}");
        payerIs("\"outage\": true");
        String visit = arrives(desk, "COPAY4000");
        checkedIn(desk, visit);
        becomes(desk, visit, "eligibility", "open payer-unavailable");
        becomes(desk, visit, "co-pay", "open asked: 25.00 USD");
        Answer paid = desk.post("/api/payments/" + coPay(visit, "co-pay") + "/collect", "{\"method\": \"cash\"}");
        assertThat(paid.body().path("state").asText()).as(paid.text()).isEqualTo("captured");
        becomes(desk, visit, "co-pay", "done paid");

        payerIs("");
        becomes(desk, visit, "eligibility", "done active");
        becomes(desk, visit, "co-pay", "open asked: 15.00 USD");
        assertThat(amounts(visit)).containsExactly(1500L, 2500L);
        assertThat(askedAbout("COPAY4000")).isEqualTo(1);
    }

    @Test
    void aCoverageFoundDuringTheVisitIsAskedAboutAndThenPaidBy() {
        Caller desk = as("front-desk");
        String visit = walkIn(desk, "Found", "lab");
        JsonNode checkIn = checkedIn(desk, visit);
        assertThat(detail(checkIn, "eligibility")).isEqualTo("skipped self-pay");
        assertThat(detail(checkIn, "co-pay")).isEqualTo("skipped nothing is asked");
        String patient =
                desk.get("/api/visits/" + visit).body().get("patientId").asText();
        covered(patient, "cov-2", "COPAY1200");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(as("auditor")
                                .get("/api/audit/events?entity=" + visit + "&type=eligibility.requested")
                                .body()
                                .path("items"))
                        .hasSize(1));
        becomes(desk, visit, "eligibility", "done active");
        becomes(desk, visit, "co-pay", "open asked: 12.00 USD");
        assertThat(amounts(visit)).containsExactly(1200L);
    }

    @Test
    void aSiteMayAskEverybodyAndHoldThePlaceUntilItIsSettled() {
        as("admin").put("/api/sites/annex", """
            {"name": "Annex", "timeZone": "America/New_York", "services": [{"serviceId": "lab", "name": "Lab", "prefix": "L"}],
             "servicePoints": [{"id": "lab-1", "name": "Lab 1", "serviceIds": ["lab"]}]}\
            """);
        Answer policy = as("manager")
                .put(
                        "/api/sites/annex/policies/payment",
                        "{\"atCheckIn\": \"everybody\", \"holdUnpaid\": true, \"prices\": {\"lab\": 6000}}");
        assertThat(policy.status()).as(policy.text()).isEqualTo(200);
        Caller clinician = as("clinician");
        Answer asked = clinician.post("/api/check-ins", """
            {"siteId": "annex", "walkIn": {"serviceId": "lab", "acuity": 4,
             "patient": {"firstName": "Self", "lastName": "Payer", "birthDate": "1980-02-03"}}}\
            """);
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        String visit = asked.body().get("visitId").asText();
        JsonNode checkIn = checkedIn(clinician, visit);
        becomes(clinician, visit, "co-pay", "open asked: 60.00 USD");
        assertThat(detail(checkIn, "eligibility")).isEqualTo("skipped self-pay");
        stands(clinician, checkIn, "held");

        Answer waived = as("manager")
                .post("/api/payments/" + coPay(visit, "self-pay") + "/waive", "{\"reason\": \"hardship\"}");
        assertThat(waived.body().path("state").asText()).as(waived.text()).isEqualTo("waived");
        becomes(clinician, visit, "co-pay", "done waived");
        stands(clinician, checkIn, "waiting");
    }

    private static void stands(Caller who, JsonNode checkIn, String state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(entryOn(
                                        who.get("/api/queues/"
                                                + checkIn.get("queueId").asText()),
                                        checkIn.get("entryId").asText())
                                .get("state")
                                .asText())
                        .isEqualTo(state));
    }

    @Test
    void thePatientIsToldOrItIsSeenWhyNot() {
        Caller desk = as("front-desk");
        String visit = walkIn(desk, "Untold", "imaging");
        checkedIn(desk, visit);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode refused = as("auditor")
                    .get("/api/audit/events?entity=" + visit + "&type=notification.refused")
                    .body()
                    .path("items");
            assertThat(refused).hasSize(1);
            assertThat(refused.at("/0/payload/why").asText()).isEqualTo("no-consent");
        });
    }
}
