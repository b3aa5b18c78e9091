package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.api.Money;
import carequeue.api.claim.Acknowledgement;
import carequeue.api.claim.Acknowledgement.Word;
import carequeue.api.claim.Adjudication;
import carequeue.api.claim.Adjudication.Decision;
import carequeue.api.claim.Adjustment;
import carequeue.api.claim.Adjustment.Bearer;
import carequeue.api.claim.Adjustment.Kind;
import carequeue.api.claim.ClaimCommand.ReportAcknowledgement;
import carequeue.api.claim.ClaimCommand.ReportAdjudication;
import carequeue.api.claim.ClaimCommand.ReportRemittance;
import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the end of a visit to the payer's money and the patient's balance, over HTTP; the payer's words come as an adapter would report them. */
class ClaimAfterVisitTest extends JourneyTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String CONTENT = """
            {"diagnoses": ["J069"], "placeOfService": "11", "billingNpi": "1234567893", "lines": [{"procedure": "99213",
             "diagnosisPointers": [1], "charge": {"amount": 12000, "currency": "USD"}, "units": 1}]}""";

    @Autowired
    private CommandGateway payer;

    private String served(String name, boolean insured) {
        Caller desk = as("front-desk");
        String visit = walkIn(desk, name, "urgent-care");
        JsonNode checkIn = checkedIn(desk, visit);
        if (insured) {
            insure(patientOf(visit));
        }
        String queue = checkIn.get("queueId").asText();
        String entry = checkIn.get("entryId").asText();
        act(desk, queue, entry, "call", "{\"servicePoint\": \"desk-1\", \"reason\": \"the journey\"}", "called");
        act(desk, queue, entry, "start", "{}", "in-service");
        act(desk, queue, entry, "complete", "{}", "completed");
        return visit;
    }

    private String patientOf(String visit) {
        return event(visit, "visit.placed").at("/payload/patientId").asText();
    }

    private void insure(String patient) {
        Answer insured = as("front-desk").put("/api/patients/" + patient + "/coverages", """
                {"coverages": [{"order": "primary", "payerId": "60054", "payerName": "Aetna", "memberId": "M100",
                 "relationship": "self"}]}""");
        assertThat(insured.status()).as(insured.text()).isEqualTo(202);
    }

    /** The last event of a type about a visit, once there is one. */
    private JsonNode event(String visit, String type) {
        AtomicReference<JsonNode> found = new AtomicReference<>();
        await().atMost(SOON).untilAsserted(() -> {
            List<JsonNode> all = events(visit, type);
            assertThat(all).as(type).isNotEmpty();
            found.set(all.get(all.size() - 1));
        });
        return found.get();
    }

    private List<JsonNode> events(String visit, String type) {
        JsonNode items = as("auditor")
                .get("/api/audit/events?limit=200&type=" + type)
                .body()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(e -> visit.equals(e.path("correlationId").asText()))
                .toList();
    }

    private Answer order(String role, String claim, String order, String body, int status) {
        Answer answer = as(role).post("/api/claims/" + claim + "/" + order, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer;
    }

    private static Adjudication decided() {
        Money charged = new Money(12000, "USD");
        return new Adjudication(
                "835-1",
                Decision.PROCESSED,
                charged,
                new Money(10000, "USD"),
                new Money(6000, "USD"),
                List.of(
                        new Adjustment(Bearer.CONTRACT, Kind.OTHER, "45", 2000, 1),
                        new Adjustment(Bearer.PATIENT, Kind.DEDUCTIBLE, "1", 4000, 1)),
                "ICN1",
                false,
                List.of("1"));
    }

    @Test
    void anInsuredVisitIsBilledAndWhatIsLeftIsAskedOfThePatient() {
        String visit = served("Insured", true);
        String claim = event(visit, "claim.drafted").at("/payload/claimId").asText();

        Answer lacking = order("billing", claim, "submit", "{}", 422);
        assertThat(lacking.body().path("errors").findValuesAsText("pointer"))
                .containsExactly("/diagnoses", "/lines", "/placeOfService", "/billingNpi");
        order("front-desk", claim, "submit", "{}", 403);
        Answer typed = as("billing").put("/api/claims/" + claim, CONTENT);
        assertThat(typed.status()).as(typed.text()).isEqualTo(200);
        assertThat(typed.body().path("missing")).isEmpty();
        Answer sent = order("billing", claim, "submit", "{}", 200);
        assertThat(sent.body().get("state").asText()).isEqualTo("submitted");
        order("billing", claim, "submit", "{}", 409);

        payer.sendAndWait(
                new ReportAcknowledgement(claim, 1, new Acknowledgement(Word.ACCEPTED, "ICN1", List.of("A2"))));
        payer.sendAndWait(new ReportAdjudication(claim, 1, decided()));
        payer.sendAndWait(new ReportAdjudication(claim, 1, decided()));
        payer.sendAndWait(new ReportRemittance(claim, "trace-1", new Money(6000, "USD")));
        payer.sendAndWait(new ReportRemittance(claim, "trace-1", new Money(6000, "USD")));

        assertThat(event(visit, "claim.paid").at("/payload/total/amount").asLong())
                .isEqualTo(6000);
        JsonNode owed = event(visit, "balance.owed").path("payload");
        long asked = owed.at("/asked/amount").asLong();
        assertThat(owed.at("/amount/amount").asLong() + asked).isEqualTo(4000);
        String payment = owed.get("paymentId").asText();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(events(visit, "payment.requested"))
                        .anyMatch(e -> payment.equals(e.at("/payload/paymentId").asText())
                                && "balance".equals(e.at("/payload/purpose").asText())));
        assertThat(events(visit, "balance.owed")).hasSize(1);
        assertThat(events(visit, "claim.adjudicated")).hasSize(1);
    }

    @Test
    void aCoverageThatIsFoundAfterTheVisitStartsTheCheckAndTheClaim() {
        String visit = served("Later", false);
        event(visit, "balance.coverage-awaited");
        assertThat(events(visit, "claim.drafted")).isEmpty();
        insure(patientOf(visit));
        event(visit, "claim.drafted");
        event(visit, "eligibility.requested");
    }
}
