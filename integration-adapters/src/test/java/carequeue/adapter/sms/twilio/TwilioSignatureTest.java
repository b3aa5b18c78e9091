package carequeue.adapter.sms.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.adapter.inbound.InboundBench;
import carequeue.adapter.inbound.RawBodies;
import carequeue.adapter.message.PublicAddress;
import carequeue.adapter.secrets.Secret;
import carequeue.store.TestKeys;
import com.twilio.security.RequestValidator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** Our door and Twilio's own validator believe the same: with a port and without, with a query, and what is no form by the hash of its body. */
class TwilioSignatureTest {

    private static final String TOKEN = "sandbox-twilio-token";
    private static final String FORM = "MessageSid=SM1&MessageStatus=delivered&To=%2B16175550142";
    private static final Map<String, String> FIELDS =
            Map.of("MessageSid", "SM1", "MessageStatus", "delivered", "To", "+16175550142");

    private final InboundBench inbound = new InboundBench();

    @AfterEach
    void stop() {
        inbound.close();
    }

    private int answer(String ours, String query, String body, String signature) {
        var settings = new TwilioSettings(
                "http://localhost",
                "ACcafe",
                Secret.of(TOKEN),
                null,
                "+15005550006",
                null,
                50,
                0,
                null,
                Duration.ofSeconds(2),
                Duration.ofSeconds(4));
        var door = new TwilioDoor(settings, new PublicAddress(ours), inbound.envelopes, TestKeys.fixed());
        var request = new MockHttpServletRequest("POST", "/webhooks/twilio");
        request.setQueryString(query);
        request.setAttribute(RawBodies.class.getName(), body.getBytes(StandardCharsets.UTF_8));
        request.addHeader("X-Twilio-Signature", signature);
        return door.take(request).getStatusCode().value();
    }

    @Test
    void aFormIsSignedOverTheAddressAsTwilioKnowsIt() throws Exception {
        String query = "message=n1&attempt=1";
        for (String signedFor : new String[] {"https://clinic.example", "https://clinic.example:443"}) {
            String url = signedFor + "/webhooks/twilio?" + query;
            String signature = TwilioEar.signature(TOKEN, url, FIELDS);
            assertThat(new RequestValidator(TOKEN).validate(url, new HashMap<>(FIELDS), signature))
                    .isTrue();
            assertThat(answer("https://clinic.example", query, FORM, signature)).isEqualTo(200);
            assertThat(answer("https://clinic.example", "message=n2&attempt=1", FORM, signature))
                    .isEqualTo(403);
            assertThat(answer("https://other.example", query, FORM, signature)).isEqualTo(403);
            assertThat(answer("https://clinic.example", query, FORM + "x", signature))
                    .isEqualTo(403);
        }
        String ownPort = TwilioEar.signature(TOKEN, "https://clinic.example:8443/webhooks/twilio?" + query, FIELDS);
        assertThat(answer("https://clinic.example:8443", query, FORM, ownPort)).isEqualTo(200);
    }

    @Test
    void whatIsNoFormIsSignedByAHashOfItsBody() throws Exception {
        String body = "{\"MessageSid\":\"SM1\"}";
        String hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        String url = "https://clinic.example/webhooks/twilio?bodySHA256=" + hash;
        String signature = TwilioEar.signature(TOKEN, url, Map.of());
        assertThat(new RequestValidator(TOKEN).validate(url, body, signature)).isTrue();
        assertThat(answer("https://clinic.example", "bodySHA256=" + hash, body, signature))
                .as("believed, and of no use here")
                .isEqualTo(400);
        assertThat(answer("https://clinic.example", "bodySHA256=" + hash, body + " ", signature))
                .isEqualTo(403);
    }
}
