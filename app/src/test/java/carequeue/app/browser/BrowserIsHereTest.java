package carequeue.app.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.springframework.util.ClassUtils;

/** Says plainly when the browser tests (src/browser, the profile {@code browser}) are left out. */
class BrowserIsHereTest {

    @Test
    void orTheBrowserTestsAreSkipped() {
        boolean compiled = ClassUtils.isPresent("carequeue.app.browser.InBrowser", null);
        if (!compiled) {
            System.out.println("SKIPPED: the browser tests. There is no /usr/bin/chromium; install chromium,"
                    + " or run with -Pbrowser where it is elsewhere on the PATH.");
        }
        assumeTrue(compiled, "no /usr/bin/chromium: the browser tests are skipped");
    }
}
