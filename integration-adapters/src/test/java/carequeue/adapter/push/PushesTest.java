package carequeue.adapter.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.adapter.inbound.Envelope;
import carequeue.adapter.message.MessageBench;
import carequeue.adapter.message.Word;
import carequeue.adapter.outbox.Dispatcher;
import carequeue.adapter.push.web.WebPush;
import carequeue.api.notification.DeliveryStatus;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.NotificationCommand.RecordDelivery;
import carequeue.api.patient.DeviceCommand.ExpireDevice;
import carequeue.api.patient.PushDevices;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A browser gets what only it can read; a device that is gone is forgotten; nothing is sent into our own network. */
class PushesTest {

    private static final MessageChannel PUSH = MessageChannel.PUSH;

    @TempDir
    Path directory;

    private MessageBench bench;
    private Dispatcher node;
    private Receipts receipts;

    @BeforeEach
    void start() throws Exception {
        bench = new MessageBench(directory);
        bench.bench.hearing(ExpireDevice.class);
        receipts = new Receipts(bench.sealing, bench.ours);
        var web = new WebPush(PushBench.settings(bench.sandbox.url()), bench.guards, Clock.systemUTC());
        node = bench.node(bench.by(new PushWay(List.of(web), bench.settings, bench.pages, receipts)));
        node.start();
    }

    @AfterEach
    void stop() {
        node.stop();
        bench.close();
    }

    private JsonNode call(String method, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(bench.sandbox.url() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        String body = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        return new ObjectMapper().readTree(body);
    }

    @Test
    void theBrowserReadsItAndItsWordThatItWasShownCounts() throws Exception {
        bench.goesOut("n1", PUSH, PushBench.device(call("POST", "/push/devices")));
        await().until(() -> call("GET", "/push/messages").size() == 1);
        JsonNode message = new ObjectMapper()
                .readTree(call("GET", "/push/messages").get(0).path("message").asText());
        assertThat(message.path("title").asText()).isEqualTo("Main Street Clinic");
        assertThat(message.path("body").asText()).isEqualTo("You are checked in.");
        assertThat(message.path("url").asText()).startsWith("https://clinic.example/l/");
        await().untilAsserted(() -> assertThat(bench.statuses()).containsExactly(DeliveryStatus.SENT));

        String[] ack = URI.create(message.path("ack").asText()).getPath().split("/");
        assertThat(receipts.read(ack[3], ack[4], "0" + ack[5].substring(1) + "0"))
                .isEmpty();
        assertThat(receipts.read(ack[3], ack[4], ack[5])).contains(new Word.Name("n1", 1));
        var door = new ReceiptDoor(receipts, null, new Word(bench.attempts));
        var shown = new Envelope("push", "n1.1", "shown", Instant.now(), "n1.1".getBytes(), Map.of());
        assertThat(door.take(shown))
                .singleElement()
                .satisfies(answer ->
                        assertThat(((RecordDelivery) answer.command()).status()).isEqualTo(DeliveryStatus.DELIVERED));
    }

    @Test
    void aDeviceThatIsGoneIsForgottenAndTheNextWayIsTaken() throws Exception {
        JsonNode subscription = call("POST", "/push/devices");
        String id = subscription.path("endpoint").asText().replaceAll(".*/", "");
        call("DELETE", "/push/devices/" + id);
        bench.goesOut("n1", PUSH, PushBench.device(subscription));
        await().untilAsserted(() -> assertThat(bench.told(ExpireDevice.class)).hasSize(1));
        assertThat(bench.told(RecordDelivery.class))
                .extracting(RecordDelivery::status, RecordDelivery::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(DeliveryStatus.FAILED, "gone"));
    }

    @Test
    void everyDeviceOfAPatientIsToldAndOnlyThoseThatAreGoneAreForgotten() throws Exception {
        JsonNode gone = call("POST", "/push/devices");
        call("DELETE", "/push/devices/" + gone.path("endpoint").asText().replaceAll(".*/", ""));
        List<String> devices = List.of(
                PushBench.device(call("POST", "/push/devices")),
                PushBench.device(gone),
                "{\"kind\":\"apns\",\"token\":\"of-a-vendor-that-is-not-set-up\"}",
                PushBench.device(call("POST", "/push/devices")));
        bench.goesOut("n1", PUSH, String.join("\n", devices));
        await().untilAsserted(() -> assertThat(bench.statuses()).containsExactly(DeliveryStatus.SENT));
        assertThat(call("GET", "/push/messages").findValuesAsText("device").stream()
                        .distinct())
                .hasSize(2);
        await().untilAsserted(() -> assertThat(bench.told(ExpireDevice.class))
                .containsExactly(new ExpireDevice("patient-n1", PushDevices.id("patient-n1", devices.get(1)))));
        assertThat(bench.attempts.find("n1", 1).orElseThrow().inDoubt()).isFalse();
    }

    @Test
    void aDeviceThatCannotBeReachedKeepsNobodyElseFromBeingTold() throws Exception {
        String away = PushBench.device(call("POST", "/push/devices"))
                .replaceAll("\"endpoint\":\"[^\"]*\"", "\"endpoint\":\"https://127.0.0.1/x\"");
        String there = PushBench.device(call("POST", "/push/devices"));
        bench.goesOut("n1", PUSH, away + "\n" + there);
        await().untilAsserted(() -> assertThat(bench.statuses()).containsExactly(DeliveryStatus.SENT));
        bench.faults("push", ",\"errorRate\":1");
        bench.goesOut("n2", PUSH, away + "\n" + there);
        await().untilAsserted(() ->
                assertThat(bench.attempts.find("n2", 1).orElseThrow().inDoubt()).isTrue());
        bench.faults("push", "");
        await().untilAsserted(
                        () -> assertThat(bench.statuses()).containsExactly(DeliveryStatus.SENT, DeliveryStatus.SENT));
    }

    @Test
    void nothingGoesIntoOurOwnNetworkOrToWhatIsNoDevice() throws Exception {
        JsonNode real = call("POST", "/push/devices");
        String keys = PushBench.device(real);
        for (String inside : List.of(
                "http://localhost:1/x",
                "https://127.0.0.1/x",
                "https://169.254.169.254/latest",
                "https://10.0.0.7/x",
                "https://[::1]/x",
                "https://[fd00::1]/x",
                "ftp://example.org/x")) {
            bench.goesOut(
                    "n" + inside.hashCode(),
                    PUSH,
                    keys.replaceAll("\"endpoint\":\"[^\"]*\"", "\"endpoint\":\"" + inside + "\""));
        }
        bench.goesOut("n-broken", PUSH, "not a device");
        await().untilAsserted(() -> assertThat(bench.told(RecordDelivery.class)).hasSize(8));
        assertThat(bench.told(RecordDelivery.class))
                .extracting(RecordDelivery::code)
                .containsOnly("endpoint-not-allowed", "unknown-device");
    }
}
