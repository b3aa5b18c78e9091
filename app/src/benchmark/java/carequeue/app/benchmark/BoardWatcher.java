package carequeue.app.benchmark;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The board in the system's Chromium; the page itself notes when each row came to be. */
final class BoardWatcher implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final String NOTE = """
        () => {
          window.seenAt = {};
          const look = () => {
            const now = Date.now();
            document.querySelectorAll('[data-key]').forEach((row) => { window.seenAt[row.dataset.key] ??= now; });
          };
          new MutationObserver(look).observe(document.body, {childList: true, subtree: true});
          look();
        }\
        """;

    private final Playwright playwright;
    private final Page page;

    private BoardWatcher(Playwright playwright, Page page) {
        this.playwright = playwright;
        this.page = page;
    }

    static BoardWatcher open(Clinic clinic, String path) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Page page = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")))
                .newPage();
        page.setDefaultTimeout(TimeUnit.MINUTES.toMillis(2));
        page.navigate(clinic.origin() + "/sign-in");
        page.getByLabel("Name").fill("front-desk");
        page.getByLabel("Password").fill(Clinic.PASSWORD);
        page.getByRole(AriaRole.BUTTON).click();
        page.navigate(clinic.origin() + path);
        page.evaluate(NOTE);
        return new BoardWatcher(playwright, page);
    }

    private static Path chromium() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium on the PATH: install one"));
    }

    /** The time from each commit to its row on the screen, in whole milliseconds as browsers tell them. */
    Times since(List<OpenStreams.Commit> commits) {
        String last = commits.get(commits.size() - 1).entryId();
        page.waitForFunction("key => window.seenAt[key]", last);
        @SuppressWarnings("unchecked")
        Map<String, Number> seen = (Map<String, Number>) page.evaluate("() => window.seenAt");
        List<Long> nanos = new ArrayList<>();
        for (OpenStreams.Commit commit : commits) {
            long millis = seen.get(commit.entryId()).longValue() - commit.millis();
            nanos.add(TimeUnit.MILLISECONDS.toNanos(Math.max(0, millis)));
        }
        return Times.of(nanos);
    }

    @Override
    public String toString() {
        return "Chromium " + page.context().browser().version();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
