package carequeue.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.app.journey.Caller;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * A patient chooses, on their own page, to be told on this device. The browser's own push service is not asked (it stands on the net): its place is
 * taken by the sandbox's, whose subscription the page is given; the page's script, the worker, the doors and what is sent are the real ones.
 */
class PushOnThePageTest extends InBrowser {

    private static final Duration SOON = Duration.ofSeconds(60);

    private JsonNode checkedIn() {
        String visit = as("front-desk")
                .post("/api/check-ins", """
                {"siteId": "main", "channel": "desk", "walkIn": {"serviceId": "imaging", "reason": "does not feel well",
                 "patient": {"firstName": "Pia", "lastName": "Pushover", "birthDate": "1980-02-03"}}}""")
                .body()
                .get("visitId")
                .asText();
        AtomicReference<JsonNode> seen = new AtomicReference<>();
        Awaitility.await().atMost(SOON).until(() -> {
            seen.set(as("front-desk").get("/api/check-ins/" + visit).body());
            return "done".equals(seen.get().path("state").asText());
        });
        return seen.get();
    }

    private Page page(JsonNode placed, JsonNode device) {
        Page page = window();
        page.context().grantPermissions(List.of("notifications"), grantedHere());
        page.addInitScript("""
            (() => {
              const device = %s;
              let there = null;
              const subscription = { toJSON: () => device, unsubscribe: async () => { there = null; return true; } };
              PushManager.prototype.subscribe = async (options) => {
                if (!options.userVisibleOnly || options.applicationServerKey.length !== 65) throw new Error("no such key");
                return (there = subscription);
              };
              PushManager.prototype.getSubscription = async () => there;
            })();""".formatted(device));
        page.navigate(placed.get("patientLink").asText());
        return page;
    }

    private com.microsoft.playwright.BrowserContext.GrantPermissionsOptions grantedHere() {
        return new com.microsoft.playwright.BrowserContext.GrantPermissionsOptions().setOrigin(origin());
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private List<String> shownOn(JsonNode device) {
        String id = device.get("endpoint").asText().replaceAll(".*/", "");
        return StreamSupport.stream(
                        Caller.nobody(sandbox()).get("/push/messages").body().spliterator(), false)
                .filter(one -> one.path("device").asText().equals(id))
                .map(one -> one.path("message").asText())
                .toList();
    }

    @Test
    void theDeviceIsToldFromThePressOfAButtonToTheNext() {
        JsonNode placed = checkedIn();
        JsonNode device = Caller.nobody(sandbox()).post("/push/devices", "").body();
        Page page = page(placed, device);
        button(page, "Tell me on this device").click();
        assertThat(page.getByText("This device tells you when it is your turn."))
                .isVisible();
        List<Rule> found = new AxeBuilder(page).analyze().getViolations();
        assertThat(found).extracting(Rule::getId).isEmpty();

        String entry = "/api/queues/" + placed.get("queueId").asText() + "/entries/"
                + placed.get("entryId").asText();
        Caller.Answer called =
                as("front-desk").post(entry + "/call", "{\"servicePoint\": \"xray-1\", \"reason\": \"the test\"}");
        assertThat(called.status()).as(called.text()).isEqualTo(200);
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(
                        () -> assertThat(shownOn(device)).anyMatch(message -> message.contains("It is your turn.")));

        workerShows(page, shownOn(device).get(0));
        button(page, "Do not tell me here any more").click();
        assertThat(button(page, "Tell me on this device")).isVisible();
        as("front-desk").post(entry + "/no-show", "{\"reason\": \"the test is over\"}");
        assertThat(complaints()).isEmpty();
    }

    /** The browser hands the worker what came: it is shown, and the clinic hears so. */
    private void workerShows(Page page, String message) {
        CDPSession browser = page.context().newCDPSession(page);
        AtomicReference<String> registration = new AtomicReference<>();
        browser.on(
                "ServiceWorker.workerRegistrationUpdated",
                event -> event.getAsJsonArray("registrations")
                        .forEach(one -> registration.set(
                                one.getAsJsonObject().get("registrationId").getAsString())));
        browser.send("ServiceWorker.enable");
        Awaitility.await().atMost(SOON).until(() -> {
            page.waitForTimeout(50);
            return registration.get() != null;
        });
        JsonObject push = new JsonObject();
        push.addProperty("origin", origin());
        push.addProperty("registrationId", registration.get());
        push.addProperty("data", message);
        browser.send("ServiceWorker.deliverPushMessage", push);
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            Object titles = page.evaluate(
                    "async () => (await (await navigator.serviceWorker.ready).getNotifications()).map((n) => n.title + ': ' + n.body)");
            assertThat(titles.toString()).contains("Main Street Clinic: It is your turn.");
        });
    }

    @Test
    void whoDoesNotAllowItIsToldWhy() {
        Page page = page(
                checkedIn(), Caller.nobody(sandbox()).post("/push/devices", "").body());
        page.evaluate("Notification.requestPermission = async () => 'denied'");
        button(page, "Tell me on this device").click();
        assertThat(page.getByText("Your browser does not allow it.")).isVisible();
        assertThat(complaints()).isEmpty();
    }
}
