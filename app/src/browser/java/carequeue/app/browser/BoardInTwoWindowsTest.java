package carequeue.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.app.journey.Caller;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Two members of staff look at one board; what one does, the other sees without touching anything. */
class BoardInTwoWindowsTest extends InBrowser {

    private static final String BOARD = "/board?siteId=main&serviceId=imaging";

    @Test
    void aPatientIsCalledInOneWindowAndMovesInBoth() {
        Page desk = board("front-desk");
        Page room = board("clinician");
        Page waitingRoom = window();
        waitingRoom.navigate("/display/main");

        int called = count(desk, "called");
        int inRoom = count(room, "in-room");
        int done = count(desk, "done");
        String ticket = walkIn("Zamora-Windows").get("ticket").asText();
        for (Page page : List.of(desk, room)) {
            assertThat(row(page, ticket)).containsText("Zamora");
        }

        room.getByLabel("My room").selectOption("xray-1");
        button(room.locator("main"), "Call next").click();
        assertThat(row(desk, ticket)).hasCount(0);
        assertThat(counted(desk, "called")).hasText(String.valueOf(called + 1));
        assertThat(waitingRoom.locator("main")).containsText(ticket);
        assertThat(waitingRoom.locator("main")).containsText("X-ray 1");
        assertThat(waitingRoom.locator("main")).not().containsText("Zamora");

        assertThat(desk.evaluate("window.untouched")).as("not loaded anew").isEqualTo(true);

        desk.locator("#tab-called").click();
        button(row(desk, ticket), "Start").click();
        assertThat(counted(room, "in-room")).hasText(String.valueOf(inRoom + 1));
        room.locator("#tab-in-room").click();
        button(row(room, ticket), "Complete").click();
        assertThat(counted(desk, "done")).hasText(String.valueOf(done + 1));

        assertThat(complaints()).isEmpty();
    }

    @Test
    void theBoardAndItsNeighboursHaveNoSeriousBarrier() {
        JsonNode waiting = walkIn("Zamora-Barrier");
        Page page = signedIn("manager");
        for (String path : List.of(BOARD, "/check-in?siteId=main", "/appointments", "/integrations")) {
            page.navigate(path);
            List<Rule> serious = new AxeBuilder(page)
                    .analyze().getViolations().stream()
                            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                            .toList();
            assertThat(serious).as(path).extracting(Rule::getId).isEmpty();
        }
        assertThat(complaints()).isEmpty();
        // Other tests of this clinic find the queue as they left it.
        as("front-desk")
                .post(
                        "/api/queues/" + waiting.get("queueId").asText() + "/entries/"
                                + waiting.get("entryId").asText() + "/leave",
                        "{\"reason\": \"the test is over\"}");
    }

    private static Locator counted(Page page, String tab) {
        return page.locator("#tab-" + tab + " .count");
    }

    private static int count(Page page, String tab) {
        return Integer.parseInt(counted(page, tab).textContent());
    }

    private Page board(String role) {
        Page page = signedIn(role);
        page.navigate(BOARD);
        page.evaluate("window.untouched = true");
        return page;
    }

    private static Locator row(Page page, String ticket) {
        return page.locator("li.entry", new Page.LocatorOptions().setHasText(ticket));
    }

    private static Locator button(Locator where, String name) {
        return where.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private JsonNode walkIn(String lastName) {
        Caller desk = as("front-desk");
        String visit = desk.post("/api/check-ins", """
                        {"siteId": "main", "channel": "desk", "walkIn": {"serviceId": "imaging", "reason": "X-ray",
                         "patient": {"firstName": "Ana", "lastName": "%s", "birthDate": "1971-02-03"}}}""".formatted(lastName))
                .body()
                .get("visitId")
                .asText();
        Awaitility.await()
                .until(() -> !checkIn(desk, visit).path("ticket").asText("").isEmpty());
        return checkIn(desk, visit);
    }

    private static JsonNode checkIn(Caller desk, String visit) {
        return desk.get("/api/check-ins/" + visit).body();
    }
}
