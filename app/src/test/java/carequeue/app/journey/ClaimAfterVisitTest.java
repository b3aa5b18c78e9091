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
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the end of a visit to the payer's money and the patient's balance, over HTTP; the payer's words come as an adapter would report them. */
class ClaimAfterVisitTest extends BilledVisits {

    @Autowired
    private CommandGateway payer;

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

    @AfterEach
    void heal() {
        outage(false);
    }

    @Test
    void anInsuredVisitIsBilledAndWhatIsLeftIsAskedOfThePatient() {
        // Charges that are read from the EHR would spare billing its typing, for nine visits of ten.
        outage(true);
        String visit = served("Insured", "SILENT100");
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
        outage(false);

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
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(events(visit, "payment.requested"))
                        .anyMatch(e -> payment.equals(e.at("/payload/paymentId").asText())
                                && "balance".equals(e.at("/payload/purpose").asText())));
        assertThat(events(visit, "balance.owed")).hasSize(1);
        assertThat(events(visit, "claim.adjudicated")).hasSize(1);
    }

    @Test
    void aCoverageThatIsFoundAfterTheVisitStartsTheCheckAndTheClaim() {
        String visit = served("Later", null);
        event(visit, "balance.coverage-awaited");
        assertThat(events(visit, "claim.drafted")).isEmpty();
        insure(patientOf(visit), "SILENT101");
        event(visit, "claim.drafted");
        event(visit, "eligibility.requested");
    }
}
