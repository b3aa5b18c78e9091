package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was ordered about money is read back through the doors after its position, as any caller would. */
class MoneySeenTest extends JourneyTest {

    private Caller desk() {
        return as("front-desk");
    }

    private Caller billing() {
        return as("billing");
    }

    private Caller manager() {
        return as("manager");
    }

    private Answer asked(String visit, long cents) {
        Answer asked = desk().post("/api/payments", """
                {"siteId": "main", "patientId": "p-seen", "visitId": "%s", "purpose": "co-pay",
                 "amount": {"amount": %d, "currency": "USD"}}""".formatted(visit, cents));
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        return asked;
    }

    private static JsonNode read(Caller who, Answer after, String path) {
        Answer answer = who.getAfter(after.position(), path);
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
        return answer.body();
    }

    /** Orders, and finds that the payment is seen to stand as the order's own answer said. */
    private Answer ordered(Caller who, String payment, String order, String body) {
        Answer answer = who.post("/api/payments/" + payment + "/" + order, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode seen = read(desk(), answer, "/api/payments/" + payment);
        assertThat(seen.get("state")).as(order).isEqualTo(answer.body().get("state"));
        assertThat(seen.get("rest")).as(order).isEqualTo(answer.body().get("rest"));
        return answer;
    }

    private void till(Caller who) {
        Answer opened = who.post("/api/sites/main/tills", "{\"cash\": {\"amount\": 10000, \"currency\": \"USD\"}}");
        assertThat(opened.status()).as(opened.text()).isIn(201, 409);
    }

    @Test
    void aPaymentIsSeenAsEachOrderLeavesIt() {
        till(desk());
        String payment = asked("v-seen", 2500).body().get("paymentId").asText();
        ordered(desk(), payment, "later", "{\"reason\": \"no money with him\"}");
        ordered(desk(), payment, "collect", "{\"method\": \"cash\", \"amount\": 1000}");
        ordered(manager(), payment, "waive", "{\"amount\": 500, \"reason\": \"hardship\"}");
        Answer paid = ordered(desk(), payment, "collect", "{\"method\": \"cash\", \"tendered\": 2000}");
        JsonNode seen = read(billing(), paid, "/api/payments/" + payment);
        assertThat(seen.get("state").asText()).isEqualTo("captured");
        assertThat(seen.at("/captured/amount").asLong()).isEqualTo(2000);
        assertThat(seen.at("/waived/amount").asLong()).isEqualTo(500);
        assertThat(seen.get("attempts")).hasSize(2);
        ordered(desk(), payment, "void", "{\"reason\": \"wrong patient\"}");

        String second = asked("v-seen", 1200).body().get("paymentId").asText();
        Answer card = ordered(desk(), second, "collect", "{\"method\": \"terminal\"}");
        assertThat(read(desk(), card, "/api/payments?siteId=main&visitId=v-seen&state=authorising")
                        .at("/items/0/paymentId")
                        .asText())
                .isEqualTo(second);
        assertThat(read(desk(), card, "/api/payments?visitId=v-seen").get("items"))
                .hasSize(2);
    }

    @Test
    void aListIsPagedWithoutAGapOrADouble() {
        String visit = "v-" + UUID.randomUUID();
        Set<String> asked = new HashSet<>();
        Answer last = null;
        for (int i = 0; i < 7; i++) {
            last = asked(visit, 100 + i);
            asked.add(last.body().get("paymentId").asText());
        }
        Set<String> found = new HashSet<>();
        String cursor = "";
        for (int pages = 0; cursor != null; pages++) {
            JsonNode page = read(desk(), last, "/api/payments?limit=3&visitId=" + visit + "&cursor=" + cursor);
            page.get("items")
                    .forEach(p ->
                            assertThat(found.add(p.get("paymentId").asText())).isTrue());
            cursor = page.get("nextCursor").isNull()
                    ? null
                    : page.get("nextCursor").asText();
            assertThat(pages).isLessThan(3);
        }
        assertThat(found).isEqualTo(asked);
        Answer first = desk().get("/api/payments?visitId=" + visit);
        assertThat(desk().get("/api/payments?visitId=" + visit, "If-None-Match", first.header("ETag"))
                        .status())
                .isEqualTo(304);
        assertThat(desk().get("/api/payments?state=nothing").status()).isEqualTo(400);
        assertThat(desk().get("/api/payments/none").status()).isEqualTo(404);
    }

    @Test
    void cashIsSeenInTheTillOnAReceiptAndInRevenue() {
        till(manager());
        String visit = "v-" + UUID.randomUUID();
        String payment = asked(visit, 4321).body().get("paymentId").asText();
        Answer paid = ordered(manager(), payment, "collect", "{\"method\": \"cash\"}");
        String today = businessDay();
        JsonNode revenue = read(billing(), paid, "/api/revenue?groupBy=user&from=" + today + "&to=" + today);
        assertThat(revenue.get("items"))
                .anyMatch(line -> line.path("key").asText().equals("manager")
                        && line.at("/net/amount").asLong() >= 4321);
        assertThat(desk().get("/api/revenue?from=" + today + "&to=" + today).status())
                .isEqualTo(403);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode receipt = billing()
                    .get("/api/payments/" + payment + "/receipts")
                    .body()
                    .at("/items/0");
            assertThat(receipt.at("/amount/amount").asLong()).isEqualTo(4321);
            assertThat(billing()
                            .get("/api/sites/main/receipts/"
                                    + receipt.get("number").asText())
                            .body())
                    .isEqualTo(receipt);
            assertThat(billing().get("/api/sites/main/tills").body().get("items"))
                    .anyMatch(till -> till.get("user").asText().equals("manager")
                            && till.get("entries").findValuesAsText("paymentId").contains(payment));
        });
    }

    @Test
    void thePastOfAPaymentIsSeenByTheAuditor() {
        Answer asked = asked("v-past", 3000);
        String payment = asked.body().get("paymentId").asText();
        Answer waived = ordered(manager(), payment, "waive", "{\"reason\": \"hardship\"}");
        String past = "/api/audit/payments/" + payment + "/as-of?position=";
        assertThat(read(as("auditor"), waived, past + asked.position())
                        .get("state")
                        .asText())
                .isEqualTo("requested");
        assertThat(read(as("auditor"), waived, past + waived.position())
                        .get("state")
                        .asText())
                .isEqualTo("waived");
        assertThat(billing().get(past + waived.position()).status()).isEqualTo(403);
    }

    @Test
    void aMessageIsSeenAfterItWasAskedFor() {
        String visit = desk().post("/api/check-ins", """
                        {"siteId": "main", "channel": "desk", "walkIn": {"serviceId": "lab", "reason": "blood",
                         "patient": {"firstName": "Mia", "lastName": "Seen-Told", "birthDate": "1984-05-06"}}}""").body().get("visitId").asText();
        Answer asked = desk().post("/api/notifications", """
                {"siteId": "main", "patientId": "p-told", "visitId": "%s", "template": "visit-changed",
                 "variables": {}}""".formatted(visit));
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        String id = asked.body().get("notificationId").asText();
        assertThat(read(desk(), asked, "/api/notifications/" + id)
                        .get("template")
                        .asText())
                .isEqualTo("visit-changed");
        assertThat(read(desk(), asked, "/api/notifications?visitId=" + visit)
                        .get("items")
                        .findValuesAsText("notificationId"))
                .contains(id);
        assertThat(desk().getAfter(asked.position(), asked.header("Location")).status())
                .isEqualTo(200);
    }
}
