package carequeue.adapter.email.news;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.adapter.secrets.Secret;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;

/** What is not proven is not believed: each vendor's own proof, a changed body, a stale one, another's key; and the key before it is changed. */
class VendorProofTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final String AT = Long.toString(NOW.getEpochSecond());

    @TempDir
    Path directory;

    private static boolean proven(Teller teller, MockHttpServletRequest request, String body) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        JsonNode said = JSON.readTree(body);
        return teller.proven(request, bytes, () -> said, NOW);
    }

    private static MockHttpServletRequest signed(KeyPair pair, String at, String body) throws Exception {
        var request = new MockHttpServletRequest();
        VendorKeys.sendgrid(pair, at, body).forEach(request::addHeader);
        return request;
    }

    @Test
    void sendgrid() throws Exception {
        KeyPair former = VendorKeys.pair();
        KeyPair now = VendorKeys.pair();
        Sendgrid sendgrid =
                new Sendgrid(new NewsSettings(null, List.of(VendorKeys.key(now), VendorKeys.key(former)), null, null));
        assertThat(proven(sendgrid, signed(now, AT, "[]"), "[]")).isTrue();
        assertThat(proven(sendgrid, signed(former, AT, "[]"), "[]")).isTrue();
        assertThat(proven(sendgrid, signed(VendorKeys.pair(), AT, "[]"), "[]")).isFalse();
        assertThat(proven(sendgrid, signed(now, AT, "[]"), "[ ]")).isFalse();
        String stale = Long.toString(NOW.getEpochSecond() - 3600);
        assertThat(proven(sendgrid, signed(now, stale, "[]"), "[]")).isFalse();
        assertThat(proven(sendgrid, new MockHttpServletRequest(), "[]")).isFalse();
    }

    private static String mailgun(String key, String at, String token) {
        return "{\"signature\":{\"timestamp\":\"%s\",\"token\":\"%s\",\"signature\":\"%s\"},\"event-data\":{}}"
                .formatted(at, token, Proofs.hmac(key, at + token));
    }

    @Test
    void mailgun() throws Exception {
        Mailgun mailgun =
                new Mailgun(new NewsSettings(null, null, List.of(Secret.of("key-now"), Secret.of("key-former")), null));
        var request = new MockHttpServletRequest();
        assertThat(proven(mailgun, request, mailgun("key-now", AT, "t"))).isTrue();
        assertThat(proven(mailgun, request, mailgun("key-former", AT, "t"))).isTrue();
        assertThat(proven(mailgun, request, mailgun("another", AT, "t"))).isFalse();
        assertThat(proven(mailgun, request, mailgun("key-now", "1513299569", "t")))
                .isFalse();
        assertThat(proven(mailgun, request, "{}")).isFalse();
        // printf 1529006854a8ce0edb | openssl dgst -sha256 -hmac key
        assertThat(Proofs.hmac("key", "1529006854a8ce0edb"))
                .isEqualTo("dfa6721c34b48fae216218a852d89a457dfe84ec5166bff861540fffc182b7f3");
    }

    @Test
    void postmark() throws Exception {
        Postmark postmark = new Postmark(new NewsSettings(null, null, null, List.of(Secret.of("postmark:secret"))));
        var request = new MockHttpServletRequest();
        assertThat(proven(postmark, request, "{}")).isFalse();
        request.addHeader(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString("postmark:secret".getBytes(StandardCharsets.UTF_8)));
        assertThat(proven(postmark, request, "{}")).isTrue();
        var other = new MockHttpServletRequest();
        other.addHeader("Authorization", "Basic cG9zdG1hcms6b3RoZXI=");
        assertThat(proven(postmark, other, "{}")).isFalse();
    }

    @Test
    void amazonSns() throws Exception {
        VendorKeys amazon = new VendorKeys(directory);
        Ses ses = amazon.ses(new NewsSettings(List.of(VendorKeys.TOPIC), null, null, null));
        assertThat(SnsProof.text(VendorKeys.sns("Hello world!")))
                .isEqualTo(
                        "Message\nHello world!\nMessageId\n22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324\nSubject\nMy First Message\n"
                                + "Timestamp\n2012-05-02T00:54:06.655Z\nTopicArn\narn:aws:sns:us-west-2:123456789012:MyTopic\n"
                                + "Type\nNotification\n");
        assertThat(believes(ses, amazon.signed(VendorKeys.sns("Hello world!")))).isTrue();
        assertThat(believes(ses, amazon.signed(VendorKeys.sns("Hello world!")).put("Message", "other")))
                .isFalse();
        assertThat(believes(
                        ses,
                        amazon.signed(VendorKeys.sns("Hello world!").put("TopicArn", "arn:aws:sns:us-west-2:1:Other"))))
                .isFalse();
        assertThat(amazon.read).as("read once").hasSize(1);
        for (String place : List.of(
                "http://sns.us-west-2.amazonaws.com/SimpleNotificationService-f3.pem",
                "https://sns.us-west-2.amazonaws.com.evil.example/SimpleNotificationService-f3.pem",
                "https://evil.example/SimpleNotificationService-f3.pem",
                "https://sns.us-west-2.amazonaws.com:8443/SimpleNotificationService-f3.pem",
                "https://sns.us-west-2.amazonaws.com/other.pem",
                "https://x@sns.us-west-2.amazonaws.com/SimpleNotificationService-f3.pem")) {
            assertThat(believes(
                            ses, amazon.signed(VendorKeys.sns("Hello world!").put("SigningCertURL", place))))
                    .as(place)
                    .isFalse();
        }
        assertThat(amazon.read).as("nobody else is asked").hasSize(1);
    }

    private static boolean believes(Ses ses, JsonNode envelope) throws Exception {
        return proven(ses, new MockHttpServletRequest(), envelope.toString());
    }
}
