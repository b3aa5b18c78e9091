package carequeue.adapter.sms.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What patients answer: a word alone ends texts, allows them or asks for help, in English (Twilio, "Customize users' opt-in and opt-out experience with
 * Advanced Opt-Out") and Spanish; a sentence is for a person to read.
 */
class TwilioFormTest {

    private static TwilioForm answer(String body, String... more) {
        String form = "MessageSid=SM1&SmsStatus=received&From=%2B16175550142&Body="
                + URLEncoder.encode(body, StandardCharsets.UTF_8);
        return TwilioForm.of(Stream.concat(Stream.of(form), Stream.of(more))
                .reduce((a, b) -> a + "&" + b)
                .orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "stop",
                " Stop. ",
                "STOPALL",
                "stop all",
                "UNSUBSCRIBE",
                "END",
                "QUIT",
                "REVOKE",
                "OPTOUT",
                "opt-out",
                "Cancel!",
                "ALTO",
                "Parar",
                "detener",
                "BAJA",
                "cancelar"
            })
    void stop(String body) {
        assertThat(answer(body).stops()).isTrue();
        assertThat(answer(body).starts()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"START", "unstop", "Yes", "SÍ", "si", "Empezar", "INICIAR", "alta"})
    void start(String body) {
        assertThat(answer(body).starts()).isTrue();
        assertThat(answer(body).stops()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELP", "info", "Ayuda?"})
    void help(String body) {
        assertThat(answer(body).asksForHelp()).isTrue();
        assertThat(answer(body).stops() || answer(body).starts()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "please stop by my house",
                "cancel my visit",
                "the end is near",
                "no",
                "",
                "yes I will come",
                "non-stop"
            })
    void aSentenceIsNoWord(String body) {
        TwilioForm form = answer(body);
        assertThat(form.stops() || form.starts() || form.asksForHelp()).isFalse();
    }

    @Test
    void whatTwilioUnderstoodCountsWhateverTheWord() {
        assertThat(answer("NON MERCI", "OptOutType=STOP").stops()).isTrue();
        assertThat(answer("OUI", "OptOutType=START").starts()).isTrue();
        assertThat(answer("HELP", "OptOutType=HELP").asksForHelp())
                .as("Twilio has answered already")
                .isFalse();
    }
}
