package carequeue.sandbox.mail;

import carequeue.sandbox.fault.WebhookSender;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells the sender what became of an email, signed as the Standard Webhooks say; mailboxes at bounce.example do not exist. */
final class Deliveries {

    /** Known to everybody, since nothing here is real. */
    static final String SECRET = "c2FuZGJveC1tYWlsLXdlYmhvb2s=";

    private static final String GONE = "@bounce.example";

    private final WebhookSender webhooks;
    private final Clock clock;

    Deliveries(WebhookSender webhooks, Clock clock) {
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** Where to, is known from the link by which the receiver could unsubscribe. */
    void tell(Headers headers, String to) {
        int path = headers.unsubscribe() == null ? -1 : headers.unsubscribe().indexOf("/unsubscribe/");
        if (path < 0 || headers.messageId() == null) {
            return;
        }
        boolean bounced = to.endsWith(GONE);
        String body = "{\"type\":\"email.%s\",\"timestamp\":\"%s\",\"data\":{\"message_id\":\"%s\"%s}}"
                .formatted(
                        bounced ? "bounced" : "delivered",
                        clock.instant(),
                        headers.messageId().replace("\"", ""),
                        bounced ? ",\"bounce\":{\"code\":\"5.1.1\",\"type\":\"Permanent\"}" : "");
        String id = "msg_" + UUID.randomUUID();
        String at = Long.toString(clock.instant().getEpochSecond());
        webhooks.send(
                HttpRequest.newBuilder(URI.create(headers.unsubscribe().substring(1, path)))
                        .timeout(Duration.ofSeconds(15))
                        .header("Content-Type", "application/json")
                        .header("webhook-id", id)
                        .header("webhook-timestamp", at)
                        .header("webhook-signature", "v1," + signature(id + "." + at + "." + body))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                Duration.ofMillis(300));
    }

    private static String signature(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
