package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A mail program ends all emails to a patient by one call, without a cookie (RFC 8058); whoever only looks ends nothing. */
class OneClickTest extends RunningClinic {

    private static final Pattern LINK = Pattern.compile("List-Unsubscribe:\\s*<http[^>]*?(/webhooks/[^>]*)>");

    /** Tells a patient something now, and answers what became of it. */
    private String told(Told jane, String visit, String reason) {
        Caller desk = as("front-desk");
        Answer asked = desk.post("/api/notifications", """
            {"siteId": "main", "patientId": "%s", "visitId": "%s", "template": "visit-changed", "reason": "%s"}""".formatted(jane.patientId, visit, reason));
        String path = asked.header("Location");
        await().atMost(Told.SOON)
                .until(() -> desk.get(path).body().path("state").asText().matches("refused|delivered|failed"));
        return desk.get(path).body().path("state").asText();
    }

    @Test
    void oneCallEndsThem() {
        Caller desk = as("front-desk");
        Told jane = Told.at("main", desk, sandbox(), "en", "email");
        JsonNode placed = jane.comes(desk, "main");
        await().atMost(Told.SOON).until(() -> !jane.mails().isEmpty());
        String head = jane.lastMail().replaceAll("\\r?\\n[ \\t]+", "");
        assertThat(head).contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        Matcher link = LINK.matcher(head);
        assertThat(link.find()).isTrue();
        String path = link.group(1);
        Caller nobody = Caller.nobody(origin());

        Answer looked = nobody.get(path);
        assertThat(looked.status()).isEqualTo(200);
        assertThat(looked.text()).contains("<form method=\"post\">").doesNotContain("Quixby", jane.email);
        assertThat(nobody.postForm(path + "x", "List-Unsubscribe=One-Click").status())
                .isEqualTo(404);
        String visit = placed.get("checkInId").asText();
        assertThat(told(jane, visit, "only looked")).isEqualTo("delivered");

        Answer clicked = nobody.postForm(path, "List-Unsubscribe=One-Click");
        assertThat(clicked.status()).isEqualTo(200);
        assertThat(clicked.header("Set-Cookie")).isNull();
        AtomicInteger turn = new AtomicInteger();
        await().atMost(Told.SOON)
                .until(() ->
                        told(jane, visit, "clicked " + turn.incrementAndGet()).equals("refused"));
        assertThat(nobody.postForm(path, "List-Unsubscribe=One-Click").status())
                .as("clicked twice")
                .isEqualTo(200);
        JourneyTest.act(
                desk,
                placed.get("queueId").asText(),
                placed.get("entryId").asText(),
                "leave",
                "{\"reason\": \"the test is over\"}",
                "left");
    }
}
