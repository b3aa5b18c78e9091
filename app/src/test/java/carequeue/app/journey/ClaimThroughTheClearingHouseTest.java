package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From the end of a visit to the payer's money through a clearing-house: 837P out, 999, 277CA, 277 and 835 in. */
class ClaimThroughTheClearingHouseTest extends BilledVisits {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private String drafted(String name, String member) {
        String visit = served(name, member);
        String claim = event(visit, "claim.drafted").at("/payload/claimId").asText();
        Answer typed = as("billing").put("/api/claims/" + claim, CONTENT);
        assertThat(typed.status()).as(typed.text()).isEqualTo(200);
        return claim;
    }

    private String submitted(String name, String member) {
        String claim = drafted(name, member);
        order("billing", claim, "submit", "{}", 200);
        return claim;
    }

    private JsonNode arrived(JsonNode claim) {
        return clearingHouse(
                "/clearinghouse/claims/" + claim.get("controlNumber").asText());
    }

    @Test
    void aBillIsPaidThenCorrectedAndInTheEndVoid() {
        String claim = submitted("Paid", "M1");
        JsonNode paid = claim(claim, "paid");
        assertThat(paid.at("/decision/paid/amount").asLong()).isEqualTo(7_600);
        assertThat(paid.at("/decision/patientOwes/amount").asLong()).isEqualTo(2_000);
        assertThat(paid.at("/remitted/amount").asLong()).isEqualTo(7_600);
        assertThat(paid.get("payerClaimNumber").asText()).startsWith("PCN");
        assertThat(arrived(paid).get("arrived").asInt()).isEqualTo(1);

        order("billing", claim, "correct", "{\"reason\": \"units\"}", 200);
        Answer typed = as("billing").put("/api/claims/" + claim, CONTENT.replace("12000", "20000"));
        assertThat(typed.status()).as(typed.text()).isEqualTo(200);
        order("billing", claim, "submit", "{}", 200);
        JsonNode again = claim(claim, "paid");
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(
                                claim(claim, "paid").at("/remitted/amount").asLong())
                        .isEqualTo(14_000));
        assertThat(again.get("submission").asInt()).isEqualTo(2);

        order("billing", claim, "void", "{\"reason\": \"wrong patient\"}", 200);
        claim(claim, "voided");
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(
                                claim(claim, "voided").at("/remitted/amount").asLong())
                        .isZero());
    }

    @Test
    void aRefusalADenialAndASilenceAreWhatTheyAre() {
        String rejected = submitted("Rejected", "REJECT1");
        JsonNode refused = claim(rejected, "rejected");
        assertThat(refused.get("codes").toString()).isEqualTo("[\"A7:21:85\"]");
        assertThat(refused.get("worry").asText()).isEqualTo("rejected");
        String denied = submitted("Denied", "DENY1");
        assertThat(claim(denied, "denied").get("worry").asText()).isEqualTo("denied");
        String silent = submitted("Silent", "SILENT1");
        claim(silent, "accepted");
        order("billing", silent, "status", "{}", 200);
        await().atMost(LONG)
                .untilAsserted(
                        () -> assertThat(claim(silent, "accepted").get("codes").toString())
                                .isEqualTo("[\"P1:20\"]"));
    }

    @Test
    void whileTheClearingHouseIsAwayBillsWaitAndGoOutOnceWhenItIsBack() {
        broken("{\"service\": \"claims\", \"outage\": true}");
        String claim;
        try {
            claim = submitted("Away", "M2");
            await().atMost(LONG).untilAsserted(() -> assertThat(tries(claim)).isGreaterThanOrEqualTo(2));
            assertThat(claim(claim, "submitted").get("worry").isNull()).isTrue();
        } finally {
            broken("{\"service\": \"claims\"}");
        }
        JsonNode paid = claim(claim, "paid");
        assertThat(arrived(paid).get("arrived").asInt()).isEqualTo(1);
        assertThat(paid.at("/remitted/amount").asLong()).isEqualTo(7_600);
    }

    private String unmatched(String kind, String reference) {
        return transaction.execute(status -> jdbc.sql(
                        "insert into claim_unmatched (source, number, kind, control_number, amount, currency, codes)"
                                + " values (?, 0, ?, 'X1', 500, 'USD', ?) returning id::text")
                .params(reference, kind, reference)
                .query(String.class)
                .single());
    }

    @Test
    void moneyOfNoClaimIsBookedByHandAndWhatElseHasNoneIsClosedWithAReason() {
        Caller billing = as("billing");
        String claim = submitted("Unmatched", "M3");
        claim(claim, "paid");
        String money = "/api/reconciliation/claims/" + unmatched("payment", "TRN-" + claim);
        Answer nowhere = billing.post(money + "/match", "{\"claimId\": \"nobody\"}");
        assertThat(nowhere.status()).as(nowhere.text()).isEqualTo(404);
        assertThat(billing.post(money + "/match", "{\"claimId\": \"" + claim + "\"}")
                        .status())
                .isEqualTo(204);
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(
                                claim(claim, "paid").at("/remitted/amount").asLong())
                        .isEqualTo(8_100));
        assertThat(billing.post(money + "/match", "{\"claimId\": \"" + claim + "\"}")
                        .status())
                .isEqualTo(409);

        String word = "/api/reconciliation/claims/" + unmatched("decision", "D-" + claim);
        assertThat(billing.post(word + "/match", "{\"claimId\": \"" + claim + "\"}")
                        .status())
                .isEqualTo(422);
        assertThat(billing.get("/billing/reconciliation").text()).contains("D-" + claim);
        assertThat(billing.post(word + "/close", "{\"reason\": \"another clinic's\"}")
                        .status())
                .isEqualTo(204);
        assertThat(billing.get("/api/reconciliation/claims?state=open").text()).doesNotContain(claim);
        assertThat(billing.get("/api/reconciliation/claims?state=closed").text())
                .contains("another clinic's", "D-" + claim, "TRN-" + claim);
        assertThat(billing.post("/api/reconciliation/claims/0/close", "{\"reason\": \"x\"}")
                        .status())
                .isEqualTo(404);
    }

    private int tries(String claim) {
        return jdbc.sql(
                        "select coalesce(max(attempts), 0) from effect where effect = 'claims.submit' and aggregate_id = ?")
                .param(claim)
                .query(Integer.class)
                .single();
    }
}
