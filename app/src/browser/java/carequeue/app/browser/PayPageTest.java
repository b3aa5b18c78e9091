package carequeue.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.visit.PatientLinks;
import carequeue.app.journey.Caller;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A patient pays on the provider's own page and comes back, without signing in and without a second charge in reach. */
class PayPageTest extends InBrowser {

    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    @Autowired
    private PatientLinks links;

    @BeforeEach
    void webhooks() {
        Caller.nobody(sandbox())
                .put(
                        "/stripe/control/webhook",
                        "{\"url\": \"" + origin() + "/webhooks/stripe\", \"secret\": \"whsec_sandbox\"}");
    }

    private String page() {
        String payment = as("front-desk")
                .post("/api/payments", """
                        {"siteId": "main", "patientId": "p-pays", "purpose": "co-pay",
                         "amount": {"amount": 2500, "currency": "USD"}}""")
                .body()
                .get("paymentId")
                .asText();
        return "/p/" + links.payment(payment, Instant.now().plus(Duration.ofHours(1)));
    }

    private static void press(Page page, AriaRole role, String name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click(new Locator.ClickOptions().setTimeout(60_000));
    }

    private static void hasNoBarrier(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(Rule::getId)
                .isEmpty();
    }

    @Test
    void aCardIsTypedInAtTheProviderAndTheReceiptIsThere() {
        String own = page();
        Page page = window();
        page.navigate(own + "/pay");
        assertThat(page.locator("main")).containsText("25.00 USD is to be paid");
        hasNoBarrier(page);
        press(page, AriaRole.BUTTON, "Pay 25.00 USD by card");
        press(page, AriaRole.LINK, "Continue to the payment page");
        assertThat(page.url()).startsWith(sandbox() + "/stripe/pay/");
        press(page, AriaRole.BUTTON, "Pay");
        assertThat(page.locator("main")).containsText("Paid: 25.00 USD", SOON);
        assertThat(page.url()).startsWith(origin() + "/p/").endsWith("/paid").doesNotContain("p-pays");
        assertThat(page.locator("main form")).hasCount(0);
        hasNoBarrier(page);
        press(page, AriaRole.LINK, "Receipts");
        assertThat(page.locator("main")).containsText("Card by link", SOON);
        hasNoBarrier(page);
        assertThat(complaints()).isEmpty();
    }

    @Test
    void aDeclinedCardIsFollowedByAnotherAndWhoComesBackEarlyIsToldToWait() {
        String own = page();
        Page page = window();
        page.navigate(own + "/pay?lang=es");
        press(page, AriaRole.BUTTON, "Pagar 25,00 USD con tarjeta");
        press(page, AriaRole.LINK, "Continuar a la página de pago");
        String provider = page.url();
        press(page, AriaRole.BUTTON, "Pay with a card that is declined");
        assertThat(page.locator("main")).containsText("declined");
        page.navigate(own + "/paid");
        assertThat(page.locator("main")).containsText("Estamos comprobando el pago");
        assertThat(page.locator("main form")).hasCount(0);
        page.navigate(provider);
        press(page, AriaRole.BUTTON, "Pay");
        assertThat(page.locator("main")).containsText("Pagado: 25,00 USD", SOON);
    }
}
