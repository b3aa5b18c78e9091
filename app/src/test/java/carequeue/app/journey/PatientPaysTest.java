package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.api.visit.PatientLinks;
import carequeue.app.journey.Caller.Answer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever holds a patient's link may pay what that page shows, once, and nothing else. */
class PatientPaysTest extends JourneyTest {

    @Autowired
    private PatientLinks links;

    private String asked(String visit) {
        Answer asked =
                as("front-desk").post("/api/payments", """
            {"siteId": "main", "visitId": %s, "patientId": "p-link", "purpose": "co-pay",
             "amount": {"amount": 3100, "currency": "USD"}}\
            """.formatted(visit == null ? "null" : "\"" + visit + "\""));
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        return asked.body().get("paymentId").asText();
    }

    private Answer pay(String token, String payment) {
        return Caller.nobody(origin()).post("/p/" + token + "/pay", "{\"paymentId\": \"" + payment + "\"}");
    }

    private String seen(String token, String page) {
        Answer answer = Caller.nobody(origin()).get("/p/" + token + "/" + page, "Accept", "text/html");
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }

    @Test
    void onlyWhatThePageShowsIsPaidAndOnlyOneChargeIsBegun() {
        Instant later = Instant.now().plusSeconds(600);
        String visit = walkIn(as("front-desk"), "Paying", "lab");
        checkedIn(as("front-desk"), visit);
        String payment = asked(visit);
        String other = asked(null);
        String ofVisit = links.token(visit, later);
        String ofOther = links.payment(other, later);
        assertThat(pay(ofVisit, other).status()).isEqualTo(404);
        assertThat(pay(ofOther, payment).status()).isEqualTo(404);
        assertThat(pay("A".repeat(60), payment).status()).isEqualTo(404);
        assertThat(links.visit(ofOther)).isEmpty();

        Answer begun = pay(ofVisit, payment);
        assertThat(begun.status()).as(begun.text()).isEqualTo(200);
        assertThat(pay(ofVisit, payment).status()).isEqualTo(409);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(seen(ofVisit, "pay")).contains("/stripe/pay/"));
        // Who has come back from there is never offered to be charged once more.
        assertThat(seen(ofVisit, "paid")).doesNotContain("<form").doesNotContain("/stripe/pay/");
        assertThat(seen(ofVisit, "pay")).doesNotContain("Paying").doesNotContain("p-link");
        assertThat(Caller.nobody(origin()).get("/p/-/thanks").status()).isEqualTo(200);
    }
}
