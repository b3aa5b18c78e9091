package carequeue.adapter.sms;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.adapter.DemonstrationSite;
import carequeue.adapter.message.Look;
import carequeue.adapter.message.Outgoing;
import carequeue.adapter.message.Wording;
import carequeue.api.Phi;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.MessageTemplate;
import carequeue.api.notification.NotificationEvent.NotificationDispatched;
import carequeue.api.notification.NotificationEvent.NotificationRequested;
import carequeue.api.notification.NotifyPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The words of text messages are few, cheap and say nothing of the patient. */
class SmsTextTest {

    private static final String LINK = "https://clinic.example/p/" + "x".repeat(76);

    private static Wording wording(Outgoing message, String site) {
        return message.wording(new Look(site, "#1f5f8b", null, null), LINK, null);
    }

    @ParameterizedTest
    @EnumSource(MessageTemplate.class)
    void everyMessageHasItsWordsInBothLanguagesAndTwoPartsAtMost(MessageTemplate template) {
        for (String language : new String[] {"en", "es"}) {
            String text = SmsText.of(wording(message(template, language), "Main Street Clinic"), true);
            assertThat(text).startsWith("Main Street Clinic: ").contains(LINK);
            assertThat(text)
                    .as("no ticket, room, service or day")
                    .doesNotContain("A001", "Room 3", "Laboratory", "2026");
            assertThat(Gsm7.fits(text)).as(text).isTrue();
            assertThat(Gsm7.parts(text)).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void theLanguagesDiffer() {
        assertThat(SmsText.of(wording(message(MessageTemplate.PLEASE_COME, "es"), "Main"), true))
                .isEqualTo("Main: es su turno. Adónde ir: ".replace("ó", "o") + LINK);
    }

    @Test
    void aLongNameInAnotherAlphabetIsCutBeforeTheMessageGetsTooLong() {
        String text = SmsText.of(wording(message(MessageTemplate.PLACED, "en"), "診療所".repeat(40)), true);
        assertThat(text).contains(LINK, "診療所");
        assertThat(Gsm7.parts(text)).isEqualTo(SmsText.MOST_PARTS);
    }

    @ParameterizedTest
    @CsvSource({
        "(617) 555-0142, US, +16175550142",
        "617.555.0142, US, +16175550142",
        "+44 20 7946 0018, US, +442079460018",
        "020 7946 0018, GB, +442079460018",
        "55 1234 5678, MX, +525512345678",
        "12, US, ",
        "555-0100, US, ",
        "617-555-0142 ext. 7, US, ",
        "nobody, US, "
    })
    void numbersGetTheFormThatCarriersKnow(String written, String region, String e164) {
        assertThat(PhoneNumbers.e164(written, region).orElse(null)).isEqualTo(e164);
    }

    @Test
    void lettersOutsideTheAlphabetOfTextMessagesBecomeTheNearest() {
        assertThat(Gsm7.nearest("Clínica “Ámbar” – niño…")).isEqualTo("Clinica \"Ambar\" - niño...");
        assertThat(Gsm7.parts("a".repeat(160))).isEqualTo(1);
        assertThat(Gsm7.parts("a".repeat(161))).isEqualTo(2);
        assertThat(Gsm7.parts("[".repeat(81))).isEqualTo(2);
        assertThat(Gsm7.parts("診".repeat(71))).isEqualTo(2);
    }

    private static Outgoing message(MessageTemplate template, String language) {
        Map<String, String> words =
                Map.of("site", "x", "ticket", "A001", "room", "Room 3", "date", "2026-11-24", "time", "10:00");
        Instant now = Instant.parse("2026-11-23T15:00:00Z");
        var asked = new NotificationRequested(
                "n",
                "main",
                "p",
                "v",
                null,
                "r",
                template.kind(),
                template.toString(),
                1,
                words,
                null,
                null,
                NotifyPolicy.DEFAULT,
                now);
        var said = new NotificationDispatched(
                "n",
                "v",
                "p",
                1,
                MessageChannel.SMS,
                Phi.of("+16175550142"),
                language,
                template.toString(),
                1,
                words,
                now.plusSeconds(300),
                now);
        return new Outgoing(said, asked, DemonstrationSite.main(), LocalDate.of(2026, 11, 23));
    }
}
