package carequeue.sandbox.pms;

import carequeue.sandbox.fault.WebhookSender;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells whoever asked for it what happened, signed: {@code X-PMS-Signature: t=<seconds>,v1=<HMAC-SHA256 of "t.body" in hex>}. */
final class PmsWebhooks {

    private final Book book;
    private final WebhookSender sender;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    PmsWebhooks(Book book, WebhookSender sender, Clock clock) {
        this.book = book;
        this.sender = sender;
        this.clock = clock;
    }

    void tell(String eventType, String entityType, String entityId, Object data) {
        book.webhook().ifPresent(to -> {
            byte[] body = body(eventType, entityType, entityId, data);
            sender.send(HttpRequest.newBuilder(URI.create(to.path("webhook").asText()))
                    .timeout(Duration.ofSeconds(5))
                    .header("Content-Type", "application/json")
                    .header("X-PMS-Signature", signature(to.path("secret").asText(), body))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build());
        });
    }

    private byte[] body(String eventType, String entityType, String entityId, Object data) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("eventType", eventType);
        event.put("entityType", entityType);
        event.put("entityId", entityId);
        event.put("timestamp", clock.instant().toString());
        event.put("data", data);
        event.put("source", "sandbox-pms");
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values can be written", e);
        }
    }

    private String signature(String secret, byte[] body) {
        long at = clock.instant().getEpochSecond();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((at + ".").getBytes(StandardCharsets.UTF_8));
            return "t=" + at + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }
}
