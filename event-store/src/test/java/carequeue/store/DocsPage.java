package carequeue.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of docs/ that a test writes: {@code -Dcarequeue.docs=write} writes it anew, otherwise it must say the same. */
public final class DocsPage {

    private DocsPage() {}

    /** Fails when the page says something else. */
    public static void mustSay(String name, String text) throws IOException {
        Path page = Path.of("..", "docs", name);
        if ("write".equals(System.getProperty("carequeue.docs"))) {
            Files.writeString(page, text);
        }
        assertThat(page)
                .as("docs/%s is stale; write it anew with -Dcarequeue.docs=write", name)
                .hasContent(text);
    }
}
