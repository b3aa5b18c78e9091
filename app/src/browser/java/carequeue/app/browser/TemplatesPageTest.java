package carequeue.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** A manager chooses a message and reads it by every way; an email itself is without barriers. */
class TemplatesPageTest extends InBrowser {

    @Test
    void aMessageIsChosenAndRead() {
        Page page = signedIn("manager");
        page.navigate("/messages/templates?siteId=main");
        page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true)).selectOption("please-come");
        page.locator("#language").selectOption("es");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show"))
                .click();
        assertThat(page.getByText("Por favor, pase a Room 3.")).isVisible();
        assertThat(page.getByText("Main Street Clinic: es su turno.")).isVisible();
        assertThat(page.getByText("Es su turno en Main Street Clinic")).isVisible();
        assertThat(complaints()).isEmpty();
    }

    @Test
    void anEmailHasNoBarrier() {
        Page page = window();
        for (String asked : new String[] {"placed/preview?language=en", "appointment-moved/preview?language=es"}) {
            page.setContent(as("manager").get("/api/templates/" + asked).text());
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .extracting(Rule::getId)
                    .isEmpty();
        }
    }
}
