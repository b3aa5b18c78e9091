package carequeue.adapter.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.adapter.email.smtp.SmtpEmail;
import carequeue.adapter.message.Look;
import carequeue.api.notification.DeliveryStatus;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.NotificationCommand.RecordDelivery;
import carequeue.api.patient.PatientCommand.ChangeConsent;
import carequeue.api.patient.Preferences.Consent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;

/** Emails go out by SMTP, end by one click, and what became of them is believed when it is signed. */
class EmailsTest {

    private static final MessageChannel EMAIL = MessageChannel.EMAIL;

    @TempDir
    Path directory;

    private EmailEar ear;

    @BeforeEach
    void start() {
        ear = new EmailEar(directory);
    }

    @AfterEach
    void stop() {
        ear.close();
    }

    @Test
    void anEmailHasBothFormsItsNameAndAWayOut() throws Exception {
        ear.bench.goesOut("n1", EMAIL, "jane@mail.example");
        await().until(() -> mails().size() == 1);
        MimeMessage mail = mail(mails().get(0));
        assertThat(mail.getMessageID()).isEqualTo("<n1.1@clinic.example>");
        assertThat(mail.getSubject()).isEqualTo("You are checked in at Main Street Clinic");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.getHeader("List-Unsubscribe")[0]).matches("<http://localhost:.*/unsubscribe/[\\w-]+>");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        assertThat(mail.getContent()).isInstanceOf(MimeMultipart.class);
        mail.writeTo(whole);
        assertThat(whole.toString(StandardCharsets.UTF_8)).contains("text/plain", "text/html", "/l/");
        await().untilAsserted(() -> assertThat(ear.bench.statuses()).containsExactly(DeliveryStatus.SENT));
        assertThat(ear.bench.looks.of("n1", 1)).contains(new Look("Main Street Clinic", "#1f5f8b", null, null));
        assertThat(ear.bench.looks.of("n1", 2)).isEmpty();
    }

    @Test
    void whatIsDeliveredOrBouncesIsTold() {
        ear.bench.goesOut("n1", EMAIL, "jane@mail.example");
        ear.bench.goesOut("n2", EMAIL, "gone@bounce.example");
        await().untilAsserted(() -> assertThat(ear.told(RecordDelivery.class))
                .extracting(RecordDelivery::notificationId, RecordDelivery::status, RecordDelivery::code)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("n1", DeliveryStatus.DELIVERED, null),
                        org.assertj.core.groups.Tuple.tuple("n2", DeliveryStatus.UNDELIVERED, "5.1.1")));
    }

    @Test
    void whatTheServerRefusesAndWhatIsNoAddressFailAtOnce() {
        ear.bench.goesOut("n1", EMAIL, "nobody@refused.example");
        ear.bench.goesOut("n2", EMAIL, "jane@mail.example\r\nBcc: all@mail.example");
        ear.bench.goesOut("n3", EMAIL, "Jane <jane@mail.example>, joe@mail.example");
        await().untilAsserted(() -> assertThat(ear.bench.told(RecordDelivery.class))
                .extracting(RecordDelivery::code)
                .containsExactlyInAnyOrder("smtp-550", "invalid-address", "invalid-address"));
        assertThat(ear.bench.get("/mail/mails")).isEqualTo("[]");
    }

    @Test
    void anEmailWhoseReceiptWasLostKeepsItsNameAndIsFlagged() throws Exception {
        ear.bench.faults("mail", ",\"lostRate\":1,\"hooks\":{\"dropRate\":1}");
        ear.bench.goesOut("n1", EMAIL, "jane@mail.example");
        await().until(() -> mails().size() == 1);
        ear.bench.faults("mail", "");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ear.bench.bench.states()).containsExactly("done"));
        assertThat(mails()).extracting(mail -> mail.get("messageId").asText()).containsOnly("<n1.1@clinic.example>");
        assertThat(ear.bench.attempts.find("n1", 1).orElseThrow().flag()).isEqualTo("perhaps-twice");
    }

    @Test
    void theWordThatItArrivedSettlesTheDoubt() throws Exception {
        ear.bench.faults("mail", ",\"lostRate\":1");
        ear.bench.goesOut("n1", EMAIL, "jane@mail.example");
        await().untilAsserted(() -> assertThat(ear.bench.bench.states()).containsExactly("done"));
        assertThat(mails()).hasSize(1);
        assertThat(ear.bench.attempts.find("n1", 1).orElseThrow().flag()).isNull();
    }

    @Test
    void oneClickEndsAllEmailsAndLookingEndsNothing() throws Exception {
        ear.bench.goesOut("n1", EMAIL, "jane@mail.example");
        await().until(() -> mails().size() == 1);
        String link = mail(mails().get(0)).getHeader("List-Unsubscribe")[0];
        String token = link.substring(link.lastIndexOf('/') + 1, link.length() - 1);
        assertThat(ear.unsubscribe.ask(token, Locale.ENGLISH).getBody()).contains("<form method=\"post\">");
        assertThat(ear.unsubscribe.ask(token, new Locale("es")).getBody()).contains("lang=\"es\"", "Sí, no más");
        assertThat(ear.unsubscribe
                        .stop("x" + token, Locale.ENGLISH)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(ear.told(ChangeConsent.class)).isEmpty();
        assertThat(ear.unsubscribe.stop(token, Locale.ENGLISH).getStatusCode().value())
                .isEqualTo(200);
        await().untilAsserted(() -> assertThat(ear.told(ChangeConsent.class))
                .containsExactly(new ChangeConsent("patient-n1", EMAIL, Consent.WITHDRAWN, "email")));
    }

    @Test
    void whatIsNotSignedOrStaleIsRefused() throws Exception {
        String body = "{\"type\":\"email.complained\",\"data\":{\"message_id\":\"<n1.1@clinic.example>\"}}";
        long now = Instant.now().getEpochSecond();
        assertThat(ear.take(new MockHttpServletRequest(), body.getBytes(StandardCharsets.UTF_8))
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(take("webhook-", "m1", now - 400, body, body)).isEqualTo(403);
        assertThat(take("webhook-", "m1", now, body, body + " ")).isEqualTo(403);
        assertThat(take("svix-", "m1", now, body, body)).isEqualTo(202);
        assertThat(take("webhook-", "m2", now, "no json", "no json")).isEqualTo(400);
        assertThat(ear.inbound.states()).hasSize(1);
    }

    @Test
    void aServerWithoutATrustedCertificateGetsNothing() {
        GreenMail impostor = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS));
        impostor.start();
        try {
            URI url = URI.create("smtps://localhost:" + impostor.getSmtps().getPort());
            var email = new SmtpEmail(EmailEar.settings(url, false), ear.bench.guards, Clock.systemUTC());
            assertThat(org.assertj.core.api.Assertions.catchThrowable(email::probe))
                    .hasMessageContaining("no certificate that can be trusted");
            URI plain = URI.create("smtp://localhost:" + ear.bench.sandbox.mailPort());
            var without = new SmtpEmail(EmailEar.settings(plain, false), ear.bench.guards, Clock.systemUTC());
            assertThat(org.assertj.core.api.Assertions.catchThrowable(without::probe))
                    .isNotNull();
        } finally {
            impostor.stop();
        }
    }

    private int take(String prefix, String id, long at, String signed, String sent) throws Exception {
        byte[] secret = Base64.getDecoder().decode(EmailEar.SECRET.substring("whsec_".length()));
        javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
        mac.init(new javax.crypto.spec.SecretKeySpec(secret, "HmacSHA256"));
        byte[] hash = mac.doFinal((id + "." + at + "." + signed).getBytes(StandardCharsets.UTF_8));
        var request = new MockHttpServletRequest();
        request.addHeader(prefix + "id", id);
        request.addHeader(prefix + "timestamp", Long.toString(at));
        request.addHeader(
                prefix + "signature",
                "v1,bm90IHRoaXM= v1," + Base64.getEncoder().encodeToString(hash));
        return ear.take(request, sent.getBytes(StandardCharsets.UTF_8))
                .getStatusCode()
                .value();
    }

    private JsonNode mails() throws Exception {
        return new ObjectMapper().readTree(ear.bench.get("/mail/mails"));
    }

    private static MimeMessage mail(JsonNode mail) throws Exception {
        byte[] raw = mail.get("raw").asText().getBytes(StandardCharsets.UTF_8);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
    }
}
