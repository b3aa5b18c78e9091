package carequeue.app.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import carequeue.app.journey.RunningClinic;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** Looks at CareQueue through the system's Chromium; where there is none, says so and skips. */
public abstract class InBrowser extends RunningClinic {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private static Playwright playwright;
    private static Browser browser;

    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void open() {
        Optional<Path> chromium = chromium();
        assumeTrue(
                chromium.isPresent(),
                "No Chromium on the PATH (looked for " + NAMES + "): the browser tests are skipped. Install chromium.");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.get())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-default-apps",
                                "--disable-sync")));
    }

    private static Optional<Path> chromium() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A window of its own, with its own cookies; what the page complains of is collected. */
    protected Page window() {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setBaseURL(origin()).setLocale("en-US"));
        windows.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    /** A window of somebody who has signed in through the page. */
    protected Page signedIn(String role) {
        Page page = window();
        page.navigate("/sign-in");
        page.getByLabel("Name").fill(role);
        page.getByLabel("Password").fill(PASSWORD);
        page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).click();
        return page;
    }

    /** What scripts and the content security policy complained of since the test began. */
    protected List<String> complaints() {
        return complaints;
    }

    @AfterEach
    void closeWindows() {
        windows.forEach(BrowserContext::close);
    }

    @AfterAll
    static void close() {
        if (playwright != null) {
            browser.close();
            playwright.close();
            playwright = null;
        }
    }
}
