package carequeue.adapter.email.news;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** SendGrid's signed event webhook: ECDSA over time and body; many events in one body. */
final class Sendgrid implements Teller {

    private static final String SIGNATURE = "X-Twilio-Email-Event-Webhook-Signature";
    private static final String TIMESTAMP = "X-Twilio-Email-Event-Webhook-Timestamp";
    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    private final List<PublicKey> keys;

    Sendgrid(NewsSettings settings) {
        this.keys = settings.sendgridKey().stream().map(Sendgrid::key).toList();
    }

    private static PublicKey key(String base64) {
        try {
            return KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("carequeue.mail.news.sendgrid-key is no verification key", e);
        }
    }

    @Override
    public String name() {
        return "sendgrid";
    }

    @Override
    public boolean ready() {
        return !keys.isEmpty();
    }

    @Override
    public boolean proven(HttpServletRequest request, byte[] body, Supplier<JsonNode> said, Instant now) {
        String at = request.getHeader(TIMESTAMP);
        String signature = request.getHeader(SIGNATURE);
        return at != null
                && signature != null
                && Proofs.fresh(at, now, TOLERANCE)
                && keys.stream().anyMatch(key -> signed(key, at, body, signature));
    }

    private static boolean signed(PublicKey key, String at, byte[] body, String signature) {
        try {
            Signature ecdsa = Signature.getInstance("SHA256withECDSA");
            ecdsa.initVerify(key);
            ecdsa.update(at.getBytes(StandardCharsets.UTF_8));
            ecdsa.update(body);
            return ecdsa.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }

    @Override
    public List<News> read(JsonNode json) {
        List<News> news = new ArrayList<>();
        for (JsonNode event : json) {
            News.Kind kind = kind(event);
            String id = event.path("sg_event_id").asText("");
            if (kind != null && !id.isEmpty()) {
                news.add(new News(
                        id,
                        event.path("carequeue").asText(null),
                        kind,
                        event.path("status").asText(null)));
            }
        }
        return news;
    }

    private static News.Kind kind(JsonNode event) {
        return switch (event.path("event").asText()) {
            case "delivered" -> News.Kind.DELIVERED;
            // What is blocked may be taken another time.
            case "bounce" -> event.path("type").asText().equals("blocked") ? News.Kind.BOUNCED : News.Kind.GONE;
            case "dropped" -> News.Kind.SUPPRESSED;
            case "spamreport" -> News.Kind.COMPLAINED;
            case "unsubscribe", "group_unsubscribe" -> News.Kind.UNSUBSCRIBED;
            // Deferred is not yet anything; who opened what is not for us to know.
            default -> null;
        };
    }

    @Override
    public Map<String, String> marks(String name) {
        return Map.of("X-SMTPAPI", "{\"unique_args\":{\"carequeue\":\"" + name + "\"}}");
    }
}
