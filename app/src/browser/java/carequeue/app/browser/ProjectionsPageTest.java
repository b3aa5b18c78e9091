package carequeue.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An administrator sees every view and rebuilds one; everybody can use the page. */
class ProjectionsPageTest extends InBrowser {

    private static final double PATIENCE = 30_000;

    @Test
    void aViewIsRebuiltFromThePage() {
        Page page = signedIn("admin");
        page.navigate("/admin/projections");
        for (String view :
                List.of("board", "payments", "eligibility", "notifications", "conflicts", "revenue", "audit")) {
            assertThat(page.locator("#view-" + view)).hasText(view);
        }
        page.locator("#rebuild-revenue").click();
        assertThat(page.locator("section[aria-labelledby=ended]"))
                .containsText("view.revenue", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        assertThat(complaints()).isEmpty();
    }

    @Test
    void hasNoSeriousBarrierInLightAndDark() {
        Page page = signedIn("admin");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.navigate("/admin/projections");
            List<Rule> found = new AxeBuilder(page).analyze().getViolations();
            assertThat(found).as(scheme.name()).extracting(Rule::getId).isEmpty();
        }
        assertThat(complaints()).isEmpty();
    }
}
