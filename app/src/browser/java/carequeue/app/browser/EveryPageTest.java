package carequeue.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Every page of the staff, light and dark, in both languages: without barriers, in one language, and to be used from the keyboard alone. */
class EveryPageTest extends InBrowser {

    /** The pages by who works with them. */
    private static final Map<String, List<String>> PAGES = Map.of(
            "manager",
            List.of(
                    "/",
                    "/board?siteId=main",
                    "/check-in?siteId=main",
                    "/appointments?siteId=main",
                    "/billing?show=all",
                    "/billing/eligibility",
                    "/billing/claims",
                    "/billing/tills",
                    "/billing/revenue",
                    "/billing/reconciliation",
                    "/conflicts",
                    "/messages/templates?siteId=main&template=appointment-tomorrow"),
            "admin",
            List.of("/integrations", "/admin/projections", "/admin/secrets", "/messages/templates"),
            "auditor",
            List.of("/audit", "/audit/secrets"));

    private static final String FOCUSABLE = """
            [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter(e =>
              e.tabIndex >= 0 && !e.disabled && e.checkVisibility() && e.type !== 'hidden' && e.type !== 'radio').length""";

    /** Whether Tab came to something for the first time; a date is several stops of one control. */
    private static final String NEW = """
            (() => { window.seen = window.seen || new Set(); const at = document.activeElement;
              if (!at || at === document.body || window.seen.has(at)) return 0;
              window.seen.add(at); return 1; })()""";

    private static String in(String page, String language) {
        return page + (page.contains("?") ? "&" : "?") + "lang=" + language;
    }

    private void onEach(BiConsumer<Page, String> look) {
        PAGES.forEach((role, paths) -> {
            Page page = signedIn(role);
            paths.forEach(path -> look.accept(page, path));
        });
    }

    private static void open(Page page, String path) {
        int status = page.navigate(path).status();
        assertThat(status).as(path).isEqualTo(200);
    }

    @Test
    void hasNoBarrierInLightAndDarkInBothLanguages() {
        List<String> barriers = new ArrayList<>();
        onEach((page, path) -> {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                open(page, in(path, scheme == ColorScheme.DARK ? "es" : "en"));
                for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
                    barriers.add(scheme + " " + path + " " + rule.getId() + " "
                            + rule.getNodes().get(0).getHtml());
                }
            }
        });
        assertThat(barriers).isEmpty();
        assertThat(complaints()).isEmpty();
    }

    @Test
    void isInSpanishWhereThatIsAskedFor() {
        onEach((page, path) -> {
            open(page, in(path, "en"));
            String english = page.locator("h1").first().innerText();
            String title = page.title();
            open(page, in(path, "es"));
            assertThat(page.locator("html").getAttribute("lang")).as(path).isEqualTo("es");
            assertThat(page.locator("h1").first().innerText() + page.title())
                    .as(path)
                    .isNotEqualTo(english + title)
                    .doesNotContain("??");
            assertThat(page.locator("body").innerText()).as(path).doesNotContain("??");
        });
    }

    @Test
    void everyControlIsReachedByTheTabKey() {
        onEach((page, path) -> {
            open(page, in(path, "en"));
            int there = (Integer) page.evaluate(FOCUSABLE);
            int reached = 0;
            for (int stops = 0; reached < there && stops < 3 * there + 10; stops++) {
                page.keyboard().press("Tab");
                reached += (Integer) page.evaluate(NEW);
            }
            assertThat(reached).as(path).isGreaterThanOrEqualTo(there);
        });
    }
}
