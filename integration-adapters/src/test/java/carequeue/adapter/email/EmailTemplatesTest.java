package carequeue.adapter.email;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.adapter.message.Look;
import carequeue.adapter.message.Worded;
import carequeue.adapter.message.Wording;
import carequeue.api.notification.MessageTemplate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.util.HtmlUtils;

/** Every message has its email in both languages, in the site's look, and can name only what it may. */
class EmailTemplatesTest {

    private static final Map<String, String> VALUES = Map.of(
            "ticket", "A001", "room", "Room <3>", "date", "24 November", "time", "10:00", "diagnosis", "Influenza");
    private static final Look LOOK = new Look("Main & Sons", "#aa3300", "1 Main Street", null);

    private final EmailTemplates templates = new EmailTemplates();

    @ParameterizedTest
    @EnumSource(MessageTemplate.class)
    void everyMessageIsThereInItsPresentVersionAndInBothLanguages(MessageTemplate template) {
        var english = render(template, Locale.ENGLISH);
        var spanish = render(template, new Locale("es"));
        assertThat(english.subject()).contains("Main & Sons").isNotEqualTo(spanish.subject());
        assertThat(english.html())
                .contains("lang=\"en\"", "Main &amp; Sons", "background:#aa3300", "href=\"https://c.example/p/x\"")
                .contains("1 Main Street", "https://c.example/u")
                .doesNotContain("Influenza", "{");
        assertThat(english.text()).contains("Main & Sons", "https://c.example/p/x", "https://c.example/u");
        assertThat(spanish.html()).contains("lang=\"es\"").doesNotContain("You");
    }

    @Test
    void aSentenceWhoseValueIsNotKnownIsLeftOutAndOneThatIsIsEscaped() {
        var come = render(MessageTemplate.PLEASE_COME, Locale.ENGLISH);
        assertThat(come.html()).contains("Please come to Room &lt;3&gt;.");
        assertThat(come.text()).contains("Please come to Room <3>.");
        assertThat(render(MessageTemplate.PLACED, Locale.ENGLISH).text())
                .contains("Your ticket is A001.")
                .doesNotContain("minutes");
    }

    private Worded render(MessageTemplate template, Locale language) {
        return templates.render(new Wording(
                template, template.version(), language, LOOK, VALUES, "https://c.example/p/x", "https://c.example/u"));
    }

    @ParameterizedTest
    @EnumSource(MessageTemplate.class)
    void bothFormsSayTheSame(MessageTemplate template) {
        Worded words = render(template, Locale.ENGLISH);
        String seen = HtmlUtils.htmlUnescape(words.html().replaceAll("(?s)<head>.*?</head>|<[^>]*>", "\n"));
        List<String> lines =
                seen.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        assertThat(lines)
                .hasSizeGreaterThan(4)
                .allSatisfy(line -> assertThat(words.text()).contains(line));
        assertThat(words.text().lines().map(String::strip).filter(line -> line.matches(".*[a-z].*")))
                .allSatisfy(line -> assertThat(lines).anyMatch(line::startsWith));
    }

    @Test
    void aLongLinkStaysWhole() {
        String link = "https://clinic.example/" + "very-long/".repeat(60);
        Worded words = templates.render(
                new Wording(MessageTemplate.RECEIPT, 1, Locale.ENGLISH, LOOK, VALUES, link + "page", link + "leave"));
        assertThat(words.text()).contains(" " + link + "page\n", ": " + link + "leave");
        assertThat(words.html()).contains("\"" + link + "page\"", "\"" + link + "leave\"");
    }

    @ParameterizedTest
    @CsvSource({"#1f5f8b, #ffffff", "#000000, #ffffff", "#767676, #ffffff", "#777777, #000000", "#ffee00, #000000"})
    void wordsOnTheSitesColourCanBeRead(String colour, String ink) {
        Look look = new Look("Main", colour, null, null);
        assertThat(look.ink()).isEqualTo(ink);
        Worded words = templates.render(
                new Wording(MessageTemplate.RECEIPT, 1, Locale.ENGLISH, look, VALUES, "https://c.example/p/x", null));
        assertThat(words.html())
                .contains("background:" + colour + ";color:" + ink)
                .contains("color:" + ink + "\">Main");
    }
}
