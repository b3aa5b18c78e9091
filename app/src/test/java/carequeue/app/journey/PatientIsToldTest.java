package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What patients are told from check-in to the call, on the telephones, mailboxes and devices of the sandbox; at a site of its own. */
class PatientIsToldTest extends JourneyTest {

    private static final String SITE = "told";
    private static final String CLINIC = """
        {"name": "Harbor Clinic", "timeZone": "America/New_York",
         "services": [{"serviceId": "lab", "name": "Venereal diseases", "prefix": "V"}],
         "servicePoints": [{"id": "room-4", "name": "Room 4", "serviceIds": ["lab"]}]}""";

    private Caller desk;

    @BeforeEach
    void aSiteWithoutQuietHours() {
        desk = as("front-desk");
        if (as("manager").get("/api/sites/" + SITE).status() == 404) {
            Answer site = as("admin").put("/api/sites/" + SITE, CLINIC);
            assertThat(site.status()).as(site.text()).isEqualTo(201);
            Answer policy = as("manager")
                    .put(
                            "/api/sites/" + SITE + "/policies/notifications",
                            "{\"quietFrom\": \"00:00:00\", \"quietUntil\": \"00:00:00\"}");
            assertThat(policy.status()).as(policy.text()).isEqualTo(200);
        }
    }

    private Told patient(String language, String... ways) {
        return Told.at(SITE, desk, sandbox(), language, ways);
    }

    private Answer act(JsonNode placed, String action, String body, String state) {
        return act(desk, placed.get("queueId").asText(), placed.get("entryId").asText(), action, body, state);
    }

    private void called(JsonNode placed) {
        act(placed, "call", "{\"servicePoint\": \"room-4\", \"reason\": \"the test\"}", "called");
    }

    private void leaves(JsonNode placed) {
        act(placed, "leave", "{\"reason\": \"the test is over\"}", "left");
    }

    @Test
    void fromTheCheckInToTheCallByTextMessage() {
        List<JsonNode> before = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            before.add(patient("en").comes(desk, SITE));
        }
        Told jane = patient("en", "sms");
        JsonNode placed = jane.comes(desk, SITE);
        String text = jane.isTold("you are checked in");
        assertThat(text).startsWith("Harbor Clinic: ").doesNotContain("Quixby", "Telemachus", "Venereal");
        Answer link = Caller.nobody(text.replaceAll("(?s).*(http\\S+)/l/\\S+.*", "$1"))
                .get(text.replaceAll("(?s).*http\\S+(/l/\\S+).*", "$1"));
        assertThat(link.status()).isEqualTo(302);
        assertThat(link.header("Cache-Control")).contains("no-store");
        Answer page = Caller.nobody(origin()).get(link.header("Location"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains(placed.get("ticket").asText()).doesNotContain("Quixby", "Telemachus");

        leaves(before.get(0));
        jane.isTold("your turn is soon");
        leaves(before.get(1));
        leaves(before.get(2));
        called(placed);
        jane.isTold("it is your turn");
        String visit = placed.get("checkInId").asText();
        await().atMost(Told.SOON).untilAsserted(() -> assertThat(states(visit)).containsOnly("delivered"));
        assertThat(states(visit)).hasSize(3);
        await().atMost(Told.SOON).until(() -> tapped("placed/1", "sms") > 0);
    }

    private List<String> states(String visit) {
        return StreamSupport.stream(
                        desk.get("/api/notifications?visitId=" + visit)
                                .body()
                                .path("items")
                                .spliterator(),
                        false)
                .map(one -> one.path("state").asText())
                .toList();
    }

    private long tapped(String template, String channel) {
        String day = LocalDate.now(ZoneOffset.UTC).toString();
        Answer figures = as("manager").get("/api/integrations/messages?from=" + day + "&to=" + day);
        assertThat(figures.status()).as(figures.text()).isEqualTo(200);
        return StreamSupport.stream(figures.body().path("items").spliterator(), false)
                .filter(row -> row.path("siteId").asText().equals(SITE)
                        && row.path("template").asText().equals(template)
                        && row.path("channel").asText().equals(channel))
                .mapToLong(row -> row.path("tapped").asLong())
                .sum();
    }

    @Test
    void aTelephoneThatIsOffIsFollowedByAnEmailInTheirLanguage() {
        Told juan = patient("es", "sms", "email");
        juan.phoneIsOff(true);
        JsonNode placed = juan.comes(desk, SITE);
        await().atMost(Told.SOON)
                .untilAsserted(() -> assertThat(juan.mails()).contains("Su registro en Harbor Clinic"));
        assertThat(juan.lastMail()).contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        await().atMost(Told.SOON)
                .untilAsserted(() ->
                        assertThat(states(placed.get("checkInId").asText())).containsExactly("delivered"));
        leaves(placed);
    }

    @Test
    void whoAnswersStopIsNotWrittenToAnyMore() {
        Told jane = patient("en", "sms");
        JsonNode placed = jane.comes(desk, SITE);
        jane.isTold("you are checked in");
        jane.answers("STOP");
        await().atMost(Told.SOON).untilAsserted(() -> {
            Answer again = desk.post("/api/notifications", """
                {"siteId": "told", "patientId": "%s", "template": "visit-changed"}""".formatted(jane.patientId));
            String path = again.header("Location");
            await().atMost(Told.SOON)
                    .until(() -> desk.get(path).body().path("state").asText().matches("refused|delivered|failed"));
            assertThat(desk.get(path).body().path("why").asText()).isEqualTo("no-consent");
        });
        called(placed);
        await().atMost(Told.SOON)
                .untilAsserted(() -> assertThat(states(placed.get("checkInId").asText()))
                        .containsExactlyInAnyOrder("delivered", "refused"));
        assertThat(jane.texts()).noneMatch(text -> text.contains("it is your turn"));
    }

    @Test
    void aDeviceComesBeforeTheTelephone() {
        Told jane = patient("en", "sms");
        JsonNode placed = jane.comes(desk, SITE);
        String page = desk.get("/api/check-ins/" + placed.get("checkInId").asText())
                .body()
                .get("patientLink")
                .asText();
        JsonNode device = Caller.nobody(sandbox()).post("/push/devices", "").body();
        Answer registered = Caller.nobody(origin()).post(page + "/devices", device.toString());
        assertThat(registered.status()).as(registered.text()).isEqualTo(200);
        called(placed);
        await().atMost(Told.SOON)
                .untilAsserted(() -> assertThat(shownOn(device)).anyMatch(text -> text.contains("It is your turn.")));
        assertThat(shownOn(device)).noneMatch(text -> text.contains("Quixby") || text.contains("Venereal"));
        await().atMost(Told.SOON)
                .untilAsserted(() ->
                        assertThat(states(placed.get("checkInId").asText())).containsOnly("delivered"));
        assertThat(jane.texts()).noneMatch(text -> text.contains("it is your turn"));
        assertThat(Caller.nobody(origin()).delete(page + "/devices").status()).isEqualTo(202);
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
    void anAppointmentIsConfirmedMovedAndCancelledByEmail() {
        Told jane = patient("en", "email");
        Instant start = Instant.now().plus(9, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES);
        Answer booked = desk.post("/api/appointments", """
                {"siteId": "told", "serviceId": "lab", "patientId": "%s", "start": "%s", "end": "%s"}\
                """.formatted(jane.patientId, start, start.plusSeconds(900)));
        assertThat(booked.status()).as(booked.text()).isEqualTo(201);
        await().atMost(Told.SOON)
                .untilAsserted(() -> assertThat(jane.mails()).containsExactly("Your booking at Harbor Clinic"));
        assertThat(jane.lastMail()).doesNotContain("Quixby", "Venereal");
        String path = "/api/appointments/" + booked.body().get("appointmentId").asText();
        Instant later = start.plus(1, ChronoUnit.DAYS);
        desk.post(
                path + "/reschedule",
                "{\"start\": \"%s\", \"end\": \"%s\", \"reason\": \"asked\"}".formatted(later, later.plusSeconds(900)));
        await().atMost(Told.SOON)
                .untilAsserted(() -> assertThat(jane.mails()).contains("Your booking at Harbor Clinic has changed"));
        desk.post(path + "/cancel", "{\"reason\": \"is away\"}");
        await().atMost(Told.SOON)
                .untilAsserted(() -> assertThat(jane.mails()).contains("Your booking at Harbor Clinic was cancelled"));
    }
}
