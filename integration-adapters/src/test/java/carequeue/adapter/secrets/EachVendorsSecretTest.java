package carequeue.adapter.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import carequeue.adapter.email.Email;
import carequeue.adapter.email.smtp.MailSettings;
import carequeue.adapter.email.smtp.SmtpEmail;
import carequeue.adapter.push.PushBench;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.sms.twilio.TwilioSettings;
import carequeue.adapter.sms.twilio.TwilioSms;
import carequeue.api.notification.DeliveryStatus;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A vendor's secret is changed here first, or there first: the message goes out, and where nothing fits, health has the reason. */
class EachVendorsSecretTest {

    private final SetClock clock = new SetClock();
    private final Vault vault = new Vault(clock);
    private final Secrets secrets = vault.put("key", "key-0").secrets();
    private final Secret key = secrets.bound(Secret.of("secret:key"), "carequeue.of-the-test");
    private Set<String> known = Set.of("key-0");
    private AutoCloseable vendor = () -> {};

    @AfterEach
    void stop() throws Exception {
        vendor.close();
    }

    private void changedHere(String value) {
        clock.pass(Duration.ofMinutes(5));
        vault.put("key", value);
        secrets.held().forEach(Held::refresh);
    }

    private TwilioSms twilio() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", exchange -> {
            String given =
                    exchange.getRequestHeaders().getFirst("Authorization").substring(6);
            String token = new String(Base64.getDecoder().decode(given), StandardCharsets.UTF_8).split(":")[1];
            boolean isKnown = known.contains(token);
            byte[] body = (isKnown
                            ? "{\"sid\":\"SM1\",\"status\":\"queued\"}"
                            : "{\"code\":20003,\"message\":\"Authenticate\",\"status\":401}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(isKnown ? 201 : 401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        vendor = () -> server.stop(0);
        var settings = new TwilioSettings(
                "http://localhost:" + server.getAddress().getPort(),
                "ACcafe",
                key,
                null,
                "+15005550006",
                null,
                1000,
                0,
                null,
                Duration.ofSeconds(2),
                Duration.ofSeconds(4));
        return new TwilioSms(settings, PushBench.guards());
    }

    @Test
    void twiliosToken() throws Exception {
        TwilioSms sms = twilio();
        for (Set<String> there : List.of(Set.of("key-0"), Set.of("key-0", "key-1"), Set.of("key-1"))) {
            known = there;
            assertThat(sms.sendMessage(
                                    null, "+16175550142", "words", URI.create("https://c.example/x"), PushBench.call())
                            .providerId())
                    .isEqualTo("SM1");
            if (there.size() == 1 && there.contains("key-0")) {
                changedHere("key-1");
                assertThat(key.value()).isEqualTo("key-1");
                assertThat(sms.sendMessage(
                                        null,
                                        "+16175550142",
                                        "words",
                                        URI.create("https://c.example/x"),
                                        PushBench.call())
                                .providerId())
                        .as("Twilio does not know it yet")
                        .isEqualTo("SM1");
            }
        }
        known = Set.of("another");
        assertThat(catchThrowable(sms::probe)).isInstanceOf(OutsideFailure.class);
    }

    private GreenMail mailServer() {
        GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
        vendor = server::stop;
        return server;
    }

    private SmtpEmail email(GreenMail server) {
        var settings = new MailSettings(
                URI.create("smtp://localhost:" + server.getSmtp().getPort()),
                true,
                "clinic",
                key,
                "no-reply@clinic.example",
                null,
                null,
                Duration.ofSeconds(2),
                Duration.ofSeconds(4));
        return new SmtpEmail(settings, PushBench.guards(), Clock.systemUTC());
    }

    private static Email mail(String fromName, String subject) {
        return new Email(
                "<n1.1@clinic.example>",
                fromName,
                "jane@mail.example",
                subject,
                "<p>words</p>",
                "words",
                URI.create("https://clinic.example/u"),
                Map.of());
    }

    @Test
    void theMailServersPassword() {
        GreenMail server = mailServer();
        GreenMailUser clinic = server.setUser("clinic@clinic.example", "clinic", "key-0");
        SmtpEmail email = email(server);
        changedHere("key-1");
        assertThat(email.send(mail("Main", "words"), PushBench.call()).status())
                .as("the mail server does not know it yet")
                .isEqualTo(DeliveryStatus.SENT);
        clinic.setPassword("key-1");
        assertThat(email.send(mail("Main", "words"), PushBench.call()).status()).isEqualTo(DeliveryStatus.SENT);
        assertThat(server.getReceivedMessages()).hasSize(2);
        clinic.setPassword("another");
        assertThat(catchThrowable(email::probe))
                .isInstanceOf(OutsideFailure.Rejected.class)
                .hasMessageContaining("does not accept our name and password");
    }

    @Test
    void whatStandsAtTheHeadOfAnEmailBeginsNoLineOfItsOwn() throws Exception {
        GreenMail server = mailServer();
        server.setUser("clinic@clinic.example", "clinic", "key-0");
        String evil = "words\r\nBcc: all@mail.example\n\nmore\u2028\u0085 =?utf-8?Q?=0ABcc:x?=";
        email(server).send(mail(evil, evil), PushBench.call());
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("words Bcc: all@mail.example more  = ?utf-8?Q?=0ABcc:x?=");
        assertThat(mail.getFrom()[0].toString())
                .contains("no-reply@clinic.example")
                .doesNotContain("\n");
    }

    @Test
    void aSitesOwnKeyFallsBackToTheOneBeforeForTheCallThatWasRefused() {
        RefusedKeys refused = new RefusedKeys();
        changedHere("key-1");
        assertThat(refused.of(key)).isEqualTo("key-1");
        assertThat(refused.<String>without(List.of(key), () -> refused.of(key))).isEqualTo("key-0");
        assertThat(refused.of(key)).as("the next call").isEqualTo("key-1");
        clock.pass(Duration.ofSeconds(5));
        vault.put("key", "key-2");
        assertThat(refused.<String>without(List.of(key), () -> refused.of(key)))
                .as("the store has a new one")
                .isEqualTo("key-2");
    }
}
