package carequeue.adapter.sms.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import carequeue.adapter.message.Sent;
import carequeue.adapter.outbox.NotYet;
import carequeue.adapter.push.PushBench;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.secrets.Secret;
import carequeue.api.notification.DeliveryStatus;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is done about each code, as Twilio answers a message with it (the error body of its API of 2010-04-01) or tells it afterwards. */
class TwilioCodesTest {

    private HttpServer twilio;
    private volatile int status;
    private volatile int code;
    private TwilioSms sms;

    @BeforeEach
    void start() throws Exception {
        twilio = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        twilio.createContext("/", exchange -> {
            byte[] body =
                    "{\"code\": %d, \"message\": \"of the test\", \"more_info\": \"https://www.twilio.com/docs/errors/%d\", \"status\": %d}"
                            .formatted(code, code, status)
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        twilio.start();
        sms = new TwilioSms(settings("+15005550006"), PushBench.guards());
    }

    @AfterEach
    void stop() {
        twilio.stop(0);
    }

    private TwilioSettings settings(String from) {
        return new TwilioSettings(
                "http://localhost:" + twilio.getAddress().getPort(),
                "ACcafe",
                Secret.of("token"),
                null,
                from,
                null,
                1000,
                0,
                null,
                Duration.ofSeconds(2),
                Duration.ofSeconds(4));
    }

    private Sent send() {
        return sms.sendMessage(null, "+16175550142", "words", URI.create("https://clinic.example/x"), PushBench.call());
    }

    @ParameterizedTest
    @EnumSource(TwilioCode.class)
    void eachCodeHasItsFate(TwilioCode one) {
        code = one.code();
        status = code == 20429 ? 429 : code == 20003 ? 401 : 400;
        switch (one.fate()) {
            case NOBODY -> assertThat(send().gone()).isTrue();
            case STOPPED -> assertThat(send().optedOut()).isTrue();
            case LATER -> assertThat(catchThrowable(this::send)).isInstanceOf(NotYet.class);
            case OURS -> assertThat(catchThrowable(this::send)).isInstanceOf(OutsideFailure.Rejected.class);
            case NOT_THIS_WAY -> assertThat(send()).isEqualTo(Sent.refused(Integer.toString(code), false));
        }
        Sent told = TwilioFailures.word("SM1", DeliveryStatus.UNDELIVERED, Integer.toString(code));
        assertThat(told.gone()).isEqualTo(one.fate() == TwilioCode.Fate.NOBODY);
        assertThat(told.optedOut()).isEqualTo(one.fate() == TwilioCode.Fate.STOPPED);
    }

    @Test
    void aCodeThatNobodyKnowsIsOfThisWayOnlyAndAnErrorOfTwilioMayPass() {
        status = 400;
        code = 29999;
        assertThat(send()).isEqualTo(Sent.refused("29999", false));
        status = 500;
        code = 20500;
        assertThat(catchThrowable(this::send)).isInstanceOf(OutsideFailure.Unavailable.class);
    }

    @Test
    void aNameInsteadOfANumberIsNotHeard() {
        assertThat(sms.hears(null)).isTrue();
        assertThat(sms.hears("+16175550100")).isTrue();
        assertThat(sms.hears("12345")).isTrue();
        assertThat(sms.hears("HarborClin")).isFalse();
        assertThat(new TwilioSms(settings("Clinic 4"), PushBench.guards()).hears(null))
                .isFalse();
    }
}
