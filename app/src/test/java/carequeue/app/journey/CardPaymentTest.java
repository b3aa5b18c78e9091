package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Cards at the desk and behind links, over HTTP, with a provider that tells what happened by signed webhooks. */
class CardPaymentTest extends JourneyTest {

    private static final String SECRET = "whsec_sandbox";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void webhooks() {
        Caller.nobody(sandbox())
                .put(
                        "/stripe/control/webhook",
                        "{\"url\": \"" + origin() + "/webhooks/stripe\", \"secret\": \"" + SECRET + "\"}");
    }

    private boolean takenIn(String event) {
        return "done"
                .equals(transaction.execute(s -> jdbc.sql("select state from inbound where envelope_id = ?")
                        .param(event)
                        .query(String.class)
                        .single()));
    }

    private String asked() {
        Answer asked = as("front-desk").post("/api/payments", """
            {"siteId": "main", "patientId": "p-card", "purpose": "co-pay", "amount": {"amount": 2500, "currency": "USD"}}\
            """);
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        return asked.body().get("paymentId").asText();
    }

    private void collect(String payment, String body) {
        Answer answer = as("front-desk").post("/api/payments/" + payment + "/collect", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private JsonNode becomes(String payment, String state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(seen(payment).path("state").asText()).isEqualTo(state));
        return seen(payment);
    }

    private JsonNode seen(String payment) {
        return as("front-desk").get("/api/payments/" + payment).body();
    }

    private static Answer control(String path) {
        Answer answer = Caller.nobody(sandbox()).postForm("/stripe/control" + path, "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    @Test
    void aLinkIsPaidAndTheDeskHearsOfItWithoutAsking() {
        String payment = asked();
        collect(payment, "{\"method\": \"link\"}");
        JsonNode open = becomes(payment, "requires-action").at("/attempts/0");
        assertThat(open.get("nextStep").asText()).startsWith(sandbox() + "/stripe/pay/");
        control("/pages/" + open.get("providerId").asText() + "?card=pm_card_visa");
        JsonNode paid = becomes(payment, "captured");
        assertThat(paid.at("/captured/amount").asLong()).isEqualTo(2500);
    }

    @Test
    void moneyGoesBackByUsByThePagesOfTheProviderAndByTheBank() {
        String payment = asked();
        collect(payment, "{\"method\": \"saved-card\", \"paymentMethodId\": \"pm_card_visa\"}");
        String intent =
                becomes(payment, "captured").at("/attempts/0/providerId").asText();
        Answer back =
                as("billing").post("/api/payments/" + payment + "/refund", "{\"amount\": 500, \"reason\": \"twice\"}");
        assertThat(back.status()).as(back.text()).isEqualTo(200);
        becomes(payment, "part-refunded");
        control("/refunds?intent=" + intent + "&amount=700");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(seen(payment).at("/refunded/amount").asLong())
                                .isEqualTo(1200));
        String dispute =
                control("/intents/" + intent + "/dispute").body().get("id").asText();
        becomes(payment, "disputed");
        control("/disputes/" + dispute + "?won=false");
        becomes(payment, "dispute-lost");
    }

    @Test
    void aCardThatIsDeclinedLeavesThePaymentOpenAndCashIsTaken() {
        String payment = asked();
        as("front-desk").post("/api/sites/main/tills", "{\"cash\": {\"amount\": 10000, \"currency\": \"USD\"}}");
        collect(
                payment,
                "{\"method\": \"saved-card\", \"paymentMethodId\": \"pm_card_chargeDeclinedInsufficientFunds\"}");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(seen(payment).at("/attempts/0/failure").asText())
                                .isEqualTo("other-card"));
        collect(payment, "{\"method\": \"cash\"}");
        becomes(payment, "captured");
    }

    @Test
    void aCardIsKeptChargedAndForgotten() {
        String cards = "/api/patients/p-kept/payment-methods";
        Caller desk = as("front-desk");
        Answer kept = desk.post(cards, "{\"siteId\": \"main\", \"paymentMethodId\": \"pm_card_visa\"}");
        assertThat(kept.status()).as(kept.text()).isEqualTo(201);
        assertThat(kept.body().get("last4").asText()).isEqualTo("4242");
        String card = kept.body().get("paymentMethodId").asText();
        assertThat(desk.get(cards + "?siteId=main").body().get("items")).hasSize(1);
        assertThat(desk.get("/api/patients/p-other/payment-methods?siteId=main")
                        .body()
                        .get("items"))
                .isEmpty();

        String others = asked();
        collect(others, "{\"method\": \"saved-card\", \"paymentMethodId\": \"" + card + "\"}");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(seen(others).at("/attempts/0/outcome").asText())
                                .isEqualTo("failed"));

        Answer page = desk.post(cards, "{\"siteId\": \"main\"}");
        assertThat(page.body().get("page").asText()).startsWith(sandbox() + "/stripe/pay/");
        Answer declined = desk.post(cards, "{\"siteId\": \"main\", \"paymentMethodId\": \"pm_card_chargeDeclined\"}");
        assertThat(declined.status()).as(declined.text()).isEqualTo(422);
        assertThat(desk.delete(cards + "/" + card + "?siteId=main").status()).isEqualTo(204);
        assertThat(desk.delete(cards + "/" + card + "?siteId=main").status()).isEqualTo(404);
    }

    private Answer told(String body, String signature) {
        return Caller.nobody(origin()).post("/webhooks/stripe", body, "Stripe-Signature", signature);
    }

    private static String signature(String body, Instant at) throws Exception {
        byte[] mac = mac((at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8));
        return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(mac);
    }

    private static byte[] mac(byte[] text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(text);
    }

    @Test
    void onlyWhatIsSignedIsHeard() throws Exception {
        String event = "{\"id\": \"evt_1\", \"type\": \"someday.invented\", \"api_version\": \"2019-01-01\"}";
        Instant now = Instant.now();
        assertThat(told(event, signature(event, now)).status()).isEqualTo(200);
        assertThat(told(event, signature(event, now)).status()).isEqualTo(200);
        assertThat(told(event, signature(event, now.minusSeconds(600))).status())
                .isEqualTo(401);
        assertThat(told(event + " ", signature(event, now)).status()).isEqualTo(401);
        assertThat(told(event, "nonsense").status()).isEqualTo(401);
        assertThat(Caller.nobody(origin()).post("/webhooks/stripe", event).status())
                .isEqualTo(401);
        assertThat(told("{\"id\": 1}", signature("{\"id\": 1}", now)).status()).isEqualTo(400);
        assertThat(told("{", signature("{", now)).status()).isEqualTo(400);
    }

    @Test
    void anEventIsAHintAndThePageItselfIsBelieved() throws Exception {
        String payment = asked();
        collect(payment, "{\"method\": \"link\"}");
        JsonNode open = becomes(payment, "requires-action").at("/attempts/0");
        String page = open.get("providerId").asText();
        String early = """
            {"id": "evt_%s", "type": "checkout.session.completed",
             "data": {"object": {"id": "%s", "status": "complete", "payment_status": "paid"}}}\
            """.formatted(page, page);
        assertThat(told(early, signature(early, Instant.now())).status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> takenIn("evt_" + page));
        assertThat(seen(payment).path("state").asText()).isEqualTo("requires-action");
        control("/pages/" + page + "?card=pm_card_visa");
        becomes(payment, "captured");
        JsonNode history = as("auditor")
                .get("/api/audit/events?entity=" + payment + "&type=payment.captured&limit=10")
                .body();
        assertThat(history.get("items")).hasSize(1);
    }
}
