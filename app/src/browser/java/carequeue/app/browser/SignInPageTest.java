package carequeue.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sign-in page works for everybody, and the API page works under our content security policy. */
class SignInPageTest extends InBrowser {

    @Test
    void isAccessibleInLightAndDark() {
        Page page = window();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.navigate("/sign-in?error");
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .as(scheme.name())
                    .extracting(Rule::getId)
                    .isEmpty();
        }
        assertThat(complaints()).isEmpty();
    }

    @Test
    void aWrongPasswordIsSaidOnThePage() {
        Page page = window();
        page.navigate("/sign-in");
        page.getByLabel("Name").fill("front-desk");
        page.getByLabel("Password").fill("wrong");
        page.getByLabel("Password").press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT).textContent()).isEqualTo("The name or the password is wrong.");
    }

    @Test
    void theApiPageShowsWhatThereIs() {
        Page page = signedIn("manager");
        page.navigate("/swagger-ui.html");
        page.getByText("/api/check-ins").first().waitFor();
        // Swagger's own page sets one style inline; it is refused, and does without.
        assertThat(complaints()).noneMatch(complaint -> complaint.contains("script"));
    }
}
