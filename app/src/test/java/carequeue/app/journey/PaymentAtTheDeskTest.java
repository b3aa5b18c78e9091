package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Money at the desk, over HTTP: asked, taken into a till, handed back, let off; receipts without a gap. */
class PaymentAtTheDeskTest extends JourneyTest {

    private static final String PAYMENT = """
        {"siteId": "main", "patientId": "p-money", "purpose": "co-pay",
         "amount": {"amount": 2500, "currency": "USD"}}\
        """;

    private static String asked(Caller desk) {
        Answer asked = desk.post("/api/payments", PAYMENT);
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        assertThat(asked.header("Location"))
                .isEqualTo("/api/payments/" + asked.body().get("paymentId").asText());
        return asked.body().get("paymentId").asText();
    }

    private static Answer order(Caller who, String payment, String order, String body, int status) {
        Answer answer = who.post("/api/payments/" + payment + "/" + order, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer;
    }

    private static void state(Answer answer, String state) {
        assertThat(answer.body().path("state").asText()).as(answer.text()).isEqualTo(state);
    }

    /** The till of a person, open from now on; the same one again when it was open. */
    private static void till(Caller who) {
        Answer opened = who.post("/api/sites/main/tills", "{\"cash\": {\"amount\": 10000, \"currency\": \"USD\"}}");
        assertThat(opened.status()).as(opened.text()).isIn(201, 409);
    }

    @Test
    void cashIsTakenWithChangeAndHandedBackTheSameDay() {
        Caller desk = as("front-desk");
        till(desk);
        String payment = asked(desk);
        Answer part = order(desk, payment, "collect", "{\"method\": \"cash\", \"amount\": 1000}", 200);
        state(part, "part-paid");
        assertThat(part.body().at("/rest/amount").asLong()).isEqualTo(1500);
        Answer rest = order(desk, payment, "collect", "{\"method\": \"cash\", \"tendered\": 2000}", 200);
        state(rest, "captured");
        assertThat(rest.body().at("/change/amount").asLong()).isEqualTo(500);
        order(desk, payment, "collect", "{\"method\": \"cash\"}", 409);
        state(order(desk, payment, "void", "{\"reason\": \"wrong patient\"}", 200), "voided");
    }

    @Test
    void nothingElseIsChargedWhileACardIsUnderWay() {
        Caller desk = as("front-desk");
        till(desk);
        String payment = asked(desk);
        Answer card = order(desk, payment, "collect", "{\"method\": \"terminal\"}", 200);
        state(card, "authorising");
        Answer second = order(desk, payment, "collect", "{\"method\": \"cash\"}", 409);
        assertThat(second.body().get("state").asText()).isIn("authorising", "requires-action");
        assertThat(second.body().get("detail").asText())
                .contains(card.body().get("attemptId").asText());
    }

    @Test
    void whoMayWhatAboutMoney() {
        String payment = asked(as("front-desk"));
        order(as("front-desk"), payment, "waive", "{\"reason\": \"x\"}", 403);
        order(as("front-desk"), payment, "refund", "{\"amount\": 1, \"reason\": \"x\"}", 403);
        order(as("kiosk"), payment, "collect", "{\"method\": \"cash\"}", 403);
        order(as("billing"), payment, "refund", "{\"amount\": 1, \"reason\": \"x\"}", 409);
        state(order(as("manager"), payment, "waive", "{\"reason\": \"hardship\"}", 200), "waived");
        order(as("manager"), "no-such-payment", "waive", "{\"reason\": \"x\"}", 404);
    }

    @Test
    void aCardNumberIsRefusedAndNotRepeated() {
        String payment = asked(as("front-desk"));
        Answer refused = order(as("front-desk"), payment, "later", "{\"reason\": \"card 4242-4242 4242 4242\"}", 422);
        assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/reason");
        assertThat(refused.text()).doesNotContain("4242");
    }

    @Test
    void receiptsAreNumberedWithoutAGapAlsoWhenManyPayAtOnce() {
        Caller desk = as("front-desk");
        till(desk);
        List<CompletableFuture<Void>> many = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    String payment = asked(desk);
                    order(desk, payment, "collect", "{\"method\": \"cash\"}", 200);
                }))
                .toList();
        many.forEach(CompletableFuture::join);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Answer receipts = as("auditor").get("/api/audit/events?type=receipt.issued&limit=200");
            List<Long> numbers = StreamSupport.stream(
                            receipts.body().path("items").spliterator(), false)
                    .map(PaymentAtTheDeskTest::number)
                    .sorted()
                    .toList();
            assertThat(numbers.size()).isGreaterThanOrEqualTo(12);
            assertThat(numbers)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, numbers.size()).boxed().toList());
        });
    }

    private static long number(JsonNode item) {
        return item.at("/payload/number").asLong();
    }
}
