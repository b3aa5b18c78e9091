package carequeue.adapter.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.adapter.outbox.Dispatcher;
import carequeue.adapter.outbox.OutboxBench;
import carequeue.adapter.outbox.OutboxSettings;
import carequeue.api.notification.MessageChannel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Texts, emails and push messages while a fifth of the calls fails, a fifth of the answers is lost and nodes are struck between any two steps: none is
 * lost, what came twice is flagged, and only where the provider gave no answer. {@code -Dcarequeue.messages=10000} is the long form.
 */
class MessagesProofTest {

    private static final int MESSAGES = Integer.getInteger("carequeue.messages", 500);

    @TempDir
    Path directory;

    private MessageBench bench;
    private Dispatcher node;
    private String device;

    @BeforeEach
    void start() throws Exception {
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {
            if (!(e instanceof Struck)) {
                e.printStackTrace();
            }
        });
        bench = new MessageBench(
                directory,
                new OutboxBench(new OutboxSettings(
                        18,
                        6,
                        Duration.ofMillis(50),
                        Duration.ofSeconds(2),
                        Duration.ofDays(7),
                        1000,
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        0.2)));
        List<SendMessage> effects = AllWays.of(bench).stream()
                .map(way -> bench.by(Struck.struck(way)))
                .toList();
        bench.hears(effects);
        node = bench.bench.node(effects.stream().map(Struck::struck).toArray(carequeue.adapter.outbox.Effect[]::new));
        device = AllWays.device(bench);
    }

    @AfterEach
    void stop() {
        Struck.share(0);
        node.stop();
        bench.close();
        Thread.setDefaultUncaughtExceptionHandler(null);
    }

    private void everythingGoesWrong(double share) {
        for (String service : List.of("twilio", "mail", "push")) {
            bench.faults(service, ",\"errorRate\":" + share + ",\"lostRate\":" + share);
        }
        Struck.share(share / 5);
    }

    private static MessageChannel way(int number) {
        return number % 10 < 6 ? MessageChannel.SMS : number % 10 < 8 ? MessageChannel.EMAIL : MessageChannel.PUSH;
    }

    private String address(int number) {
        return switch (way(number)) {
            case SMS -> "+1617%07d".formatted(2_000_000 + number);
            case EMAIL -> "p" + number + "@mail.example";
            case PUSH -> device;
        };
    }

    @Test
    void noneIsLostAndWhatCameTwiceIsFlagged() throws Exception {
        everythingGoesWrong(0.2);
        node.start();
        for (int i = 0; i < MESSAGES; i++) {
            bench.goesOut(
                    "n" + i, way(i), "patient-" + i, address(i), Instant.now().plusSeconds(3600));
        }
        await().dontCatchUncaughtExceptions()
                .atMost(Duration.ofMinutes(20))
                .until(() -> bench.bench
                                .jdbc
                                .sql("select count(*) from effect where state <> 'done'")
                                .query(Long.class)
                                .single()
                        < MESSAGES / 20);
        everythingGoesWrong(0);
        await().dontCatchUncaughtExceptions()
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(bench.bench.states()).containsOnly("done"));
        Tally tally = tally();
        System.out.println(tally);
        assertThat(tally.lost()).as("lost").isZero();
        assertThat(tally.unflagged()).as("twice and unflagged").isZero();
        assertThat(tally.textsTwice())
                .as("who can be asked is asked: texts that came twice")
                .isZero();
        assertThat(tally.struck()).isPositive();
        assertThat(tally.twice()).as("the flag had something to say").isPositive();
    }

    /**
     * What was found.
     *
     * @param twice how many came more than once
     * @param flagged how many are flagged as having perhaps come twice, also those that did not
     */
    record Tally(int messages, int lost, int twice, int textsTwice, int flagged, int unflagged, int struck) {}

    private Tally tally() throws Exception {
        Map<String, Integer> arrived = arrived();
        int lost = 0;
        int twice = 0;
        int textsTwice = 0;
        int flagged = 0;
        int unflagged = 0;
        for (int i = 0; i < MESSAGES; i++) {
            int times = arrived.getOrDefault("n" + i, 0);
            boolean flag = bench.attempts.find("n" + i, 1).orElseThrow().flag() != null;
            lost += times == 0 ? 1 : 0;
            twice += times > 1 ? 1 : 0;
            textsTwice += times > 1 && way(i) == MessageChannel.SMS ? 1 : 0;
            flagged += flag ? 1 : 0;
            unflagged += times > 1 && !flag ? 1 : 0;
        }
        return new Tally(MESSAGES, lost, twice, textsTwice, flagged, unflagged, Struck.COUNT.get());
    }

    private Map<String, Integer> arrived() throws Exception {
        ObjectMapper json = new ObjectMapper();
        Map<String, Integer> arrived = new HashMap<>();
        for (JsonNode text : json.readTree(bench.get("/twilio/texts"))) {
            arrived.merge("n" + (Integer.parseInt(text.get("to").asText().substring(5)) - 2_000_000), 1, Integer::sum);
        }
        for (JsonNode mail : json.readTree(bench.get("/mail/mails"))) {
            String name = mail.get("messageId").asText();
            arrived.merge(name.substring(1, name.indexOf('.')), 1, Integer::sum);
        }
        for (JsonNode push : json.readTree(bench.get("/push/messages"))) {
            String ack = json.readTree(push.get("message").asText()).get("ack").asText();
            arrived.merge(ack.split("/")[5], 1, Integer::sum);
        }
        return arrived;
    }
}
