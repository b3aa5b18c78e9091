package carequeue.adapter.message;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.adapter.push.PushBench;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.MessageTemplate;
import carequeue.api.notification.NotificationEvent.NotificationDispatched;
import carequeue.api.notification.NotificationEvent.NotificationRequested;
import carequeue.api.notification.NotifyPolicy;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the clinic may know, texts and push messages of every template and language say nothing of it; emails only what the template allows. */
class NothingPersonalTest {

    private static final List<String> KNOWN = List.of(
            "name",
            "service",
            "provider",
            "diagnosis",
            "amount",
            "mrn",
            "birthDate",
            "insurance",
            "ticket",
            "room",
            "place",
            "minutes",
            "date",
            "time",
            "link",
            "site");

    @TempDir
    Path directory;

    private final Random chance = new Random(7);

    /** A value that can be found again for each thing that may be known. */
    private Map<String, String> canaries() {
        Map<String, String> all = new HashMap<>();
        KNOWN.forEach(name -> all.put(name, "canary-" + name + "-" + chance.nextInt(1_000_000)));
        return all;
    }

    private void goesOut(MessageBench bench, MessageTemplate template, String language, MessageChannel way, String to) {
        String id = "n-" + template + "-" + language + "-" + way;
        Instant now = Instant.now();
        Map<String, String> known = canaries();
        bench.happens(
                id,
                new NotificationRequested(
                        id,
                        "main",
                        "canary-patient",
                        "v",
                        null,
                        "r",
                        template.kind(),
                        template.toString(),
                        template.version(),
                        known,
                        null,
                        now.plusSeconds(3600),
                        NotifyPolicy.DEFAULT,
                        now));
        bench.happens(
                id,
                new NotificationDispatched(
                        id,
                        "v",
                        "canary-patient",
                        1,
                        way,
                        carequeue.api.Phi.of(to),
                        language,
                        template.toString(),
                        template.version(),
                        known,
                        now.plusSeconds(600),
                        now));
    }

    @Test
    void whatIsKnownStaysHere() throws Exception {
        try (MessageBench bench = new MessageBench(directory)) {
            List<SendMessage> effects =
                    AllWays.of(bench).stream().map(bench::by).toList();
            bench.hears(effects);
            String device = PushBench.device(bench);
            for (MessageTemplate template : MessageTemplate.values()) {
                for (String language : List.of("en", "es")) {
                    goesOut(bench, template, language, MessageChannel.SMS, "+16172000000");
                    goesOut(bench, template, language, MessageChannel.PUSH, device);
                    goesOut(bench, template, language, MessageChannel.EMAIL, "p@mail.example");
                }
            }
            var node = bench.bench.node(effects.toArray(carequeue.adapter.outbox.Effect[]::new));
            node.start();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(bench.bench.states()).containsOnly("done"));
            node.stop();
            int each = 2 * MessageTemplate.values().length;
            JsonNode texts = new ObjectMapper().readTree(bench.get("/twilio/texts"));
            assertThat(texts).hasSize(each);
            assertThat(texts.toString()).doesNotContain("canary");
            JsonNode pushes = new ObjectMapper().readTree(bench.get("/push/messages"));
            assertThat(pushes).hasSize(each);
            assertThat(pushes.toString()).doesNotContain("canary");
            JsonNode mails = new ObjectMapper().readTree(bench.get("/mail/mails"));
            assertThat(mails).hasSize(each);
            assertThat(mails.toString())
                    .doesNotContain("canary-name", "canary-service", "canary-provider", "canary-diagnosis")
                    .doesNotContain(
                            "canary-amount", "canary-mrn", "canary-birthDate", "canary-insurance", "canary-patient");
            assertThat(mails.toString()).as("what may be said is said").contains("canary-ticket");
        }
    }
}
