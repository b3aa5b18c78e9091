package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.app.journey.Caller.Answer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a page is made of is there under the links that it names, which no request looks a version up for. */
class PageLinksTest extends RunningClinic {

    private static final Pattern LINK = Pattern.compile("<(?:link|script)[^>]* (?:href|src)=\"(/[^\"]+)\"");

    @Test
    void aPageFindsItsLibraries() {
        Caller desk = as("front-desk");
        String page = desk.get("/board?siteId=main&serviceId=lab", "Accept", "text/html")
                .text();
        List<String> links = LINK.matcher(page)
                .results()
                .map(MatchResult::group)
                .map(PageLinksTest::target)
                .toList();
        assertThat(links).contains("/webjars/bootstrap/dist/css/bootstrap.min.css");
        assertThat(links).allSatisfy(link -> {
            Answer answer = desk.get(link);
            assertThat(answer.status()).as(link).isEqualTo(200);
            assertThat(answer.text()).as(link).isNotEmpty();
        });
    }

    private static String target(String tag) {
        return LINK.matcher(tag).results().findFirst().orElseThrow().group(1);
    }
}
