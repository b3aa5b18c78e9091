package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A patient's devices, from their own page: browsers and telephones of both vendors, several at once, each of which can go alone. */
class DevicesOverHttpTest extends RunningClinic {

    private static final String FCM =
            "{\"kind\": \"fcm\", \"token\": \"bk3RNwTe3H0:CI2k_HHwgIpoDKCIZvvDMExUdFQ3P1-of-the-test\"}";
    private static final String APNS =
            "{\"kind\": \"apns\", \"token\": \"00fc13adff785122b4ad28809a3420982341241421348097878e577c991de8f0\"}";

    private Answer registers(String page, String device) {
        return Caller.nobody(origin()).post(page + "/devices", device);
    }

    private String page(JsonNode placed) {
        return as("front-desk")
                .get("/api/check-ins/" + placed.get("checkInId").asText())
                .body()
                .get("patientLink")
                .asText();
    }

    private static List<String> shownOn(JsonNode device) {
        String id = device.get("endpoint").asText().replaceAll(".*/", "");
        return StreamSupport.stream(
                        Caller.nobody(sandbox()).get("/push/messages").body().spliterator(), false)
                .filter(one -> one.path("device").asText().equals(id))
                .map(one -> one.path("message").asText())
                .toList();
    }

    @Test
    void severalDevicesAreToldAndEachCanGo() {
        Caller desk = as("front-desk");
        Told jane = Told.at("main", desk, sandbox(), "en", "sms");
        JsonNode placed = jane.comes(desk, "main");
        String page = page(placed);
        JsonNode phone = Caller.nobody(sandbox()).post("/push/devices", "").body();
        JsonNode tablet = Caller.nobody(sandbox()).post("/push/devices", "").body();
        JsonNode gone = Caller.nobody(sandbox()).post("/push/devices", "").body();
        for (String device : List.of(FCM, APNS, phone.toString(), tablet.toString(), gone.toString())) {
            Answer registered = registers(page, device);
            assertThat(registered.status()).as(registered.text()).isEqualTo(200);
        }
        String id = registers(page, gone.toString()).body().get("deviceId").asText();
        assertThat(Caller.nobody(origin()).delete(page + "/devices/" + id).status())
                .isEqualTo(202);
        JourneyTest.act(
                desk,
                placed.get("queueId").asText(),
                placed.get("entryId").asText(),
                "leave",
                "{\"reason\": \"the test is over\"}",
                "left");
        Answer news = desk.post("/api/notifications", """
            {"siteId": "main", "patientId": "%s", "visitId": "%s", "template": "visit-changed"}""".formatted(
                        jane.patientId, placed.get("checkInId").asText()));
        assertThat(news.status()).as(news.text()).isEqualTo(201);
        await().atMost(Told.SOON).untilAsserted(() -> {
            assertThat(shownOn(phone)).isNotEmpty();
            assertThat(shownOn(tablet)).isNotEmpty();
        });
        assertThat(shownOn(gone)).isEmpty();
        assertThat(Caller.nobody(origin()).delete(page + "/devices").status()).isEqualTo(202);
    }

    @Test
    void whatIsNoDeviceIsRefusedAndThePageCanGoOnTheHomeScreen() {
        Caller desk = as("front-desk");
        JsonNode placed = Told.at("main", desk, sandbox(), "en").comes(desk, "main");
        String page = page(placed);
        for (String device : List.of(
                "{\"kind\": \"fcm\"}",
                "{\"kind\": \"pager\", \"token\": \"0123456789abcdef0123\"}",
                "{\"kind\": \"apns\", \"token\": \"short\"}",
                "{\"endpoint\": \"https://push.example/1\"}",
                "{\"endpoint\": \"javascript:alert(1)\", \"keys\": {\"p256dh\": \"AAAAAAAAAAAAAAAA\", \"auth\": \"AAAAAAAAAAAAAAAA\"}}")) {
            assertThat(registers(page, device).status()).as(device).isIn(400, 422);
        }
        assertThat(registers("/p/nobody", FCM).status()).isEqualTo(404);
        Answer manifest = Caller.nobody(origin()).get(page + "/manifest.webmanifest");
        assertThat(manifest.header("Content-Type")).startsWith("application/manifest+json");
        assertThat(manifest.body().get("start_url").asText()).isEqualTo(page);
        assertThat(manifest.body().get("display").asText()).isEqualTo("standalone");
        String icon = manifest.body().get("icons").get(0).get("src").asText();
        assertThat(Caller.nobody(origin()).get(icon).status()).isEqualTo(200);
        assertThat(Caller.nobody(origin()).get(page).text()).contains(page + "/manifest.webmanifest");
        assertThat(Caller.nobody(origin()).get("/p/nobody/manifest.webmanifest").status())
                .isEqualTo(404);
        JourneyTest.act(
                desk,
                placed.get("queueId").asText(),
                placed.get("entryId").asText(),
                "leave",
                "{\"reason\": \"the test is over\"}",
                "left");
    }
}
