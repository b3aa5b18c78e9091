package carequeue.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.app.journey.Caller;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Money is collected on the page through the public API, and everybody can use the page. */
class BillingPageTest extends InBrowser {

    private static final List<String> TABS =
            List.of("/billing?show=all", "/billing/eligibility?show=all", "/billing/tills", "/billing/revenue");

    private String asked(long cents) {
        Caller desk = as("front-desk");
        return desk.post("/api/payments", """
                        {"siteId": "main", "patientId": "p-page", "purpose": "co-pay",
                         "amount": {"amount": %d, "currency": "USD"}}""".formatted(cents))
                .body()
                .get("paymentId")
                .asText();
    }

    private static Locator card(Page page, String payment) {
        return page.locator("li.service:has(#payment-" + payment + ")");
    }

    private static Locator button(Locator where, String name) {
        return where.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void cashIsCollectedAndWhatIsLeftIsLetOff() {
        String payment = asked(2550);
        Page page = signedIn("manager");
        page.navigate("/billing/tills");
        if (page.locator("li.service", new Page.LocatorOptions().setHasText("manager"))
                        .count()
                == 0) {
            page.getByLabel("Cash in the drawer").fill("100.00");
            button(page.locator("main"), "Open my till").click();
            assertThat(page.locator("main")).containsText("100.00 USD");
        }
        page.navigate("/billing");
        assertThat(card(page, payment)).containsText("25.50 USD");
        card(page, payment).getByLabel("Cash given").fill("20.00");
        button(card(page, payment), "Collect").click();
        assertThat(card(page, payment).locator(".problem").first()).containsText("tendered");

        card(page, payment).getByLabel("Cash given").fill("30.00");
        button(card(page, payment), "Collect").click();
        assertThat(card(page, payment)).hasCount(0);
        page.navigate("/billing?show=all");
        assertThat(card(page, payment)).containsText("paid");

        String other = asked(1000);
        page.navigate("/billing?lang=es");
        card(page, other).getByLabel("Eximir, porque").fill("hardship");
        button(card(page, other), "Eximir").click();
        assertThat(card(page, other)).hasCount(0);
        page.navigate("/billing?lang=en");
        assertThat(complaints()).noneMatch(complaint -> !complaint.contains("status of 4"));
    }

    @Test
    void hasNoSeriousBarrierInLightAndDark() {
        asked(700);
        Page page = signedIn("manager");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (String path : TABS) {
                page.navigate(path);
                List<Rule> found = new AxeBuilder(page).analyze().getViolations();
                assertThat(found)
                        .as(scheme + " " + path)
                        .extracting(Rule::getId)
                        .isEmpty();
            }
        }
        assertThat(complaints()).isEmpty();
    }
}
