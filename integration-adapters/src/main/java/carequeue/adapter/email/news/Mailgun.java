package carequeue.adapter.email.news;

import carequeue.adapter.secrets.Secret;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Mailgun's webhooks: HMAC over time and a token that is used once; one event in one body. */
final class Mailgun implements Teller {

    // Mailgun repeats for eight hours, each time newly signed.
    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    private final List<Secret> keys;

    Mailgun(NewsSettings settings) {
        this.keys = settings.mailgunKey();
    }

    @Override
    public String name() {
        return "mailgun";
    }

    @Override
    public boolean ready() {
        return !keys.isEmpty();
    }

    @Override
    public boolean proven(HttpServletRequest request, byte[] body, Supplier<JsonNode> said, Instant now) {
        JsonNode proof = said.get().path("signature");
        String at = proof.path("timestamp").asText("");
        String token = proof.path("token").asText("");
        String signature = proof.path("signature").asText("");
        return !token.isEmpty()
                && Proofs.fresh(at, now, TOLERANCE)
                && Secret.anyFits(keys.stream(), key -> Proofs.same(Proofs.hmac(key, at + token), signature));
    }

    @Override
    public List<News> read(JsonNode json) {
        JsonNode event = json.path("event-data");
        News.Kind kind = kind(event);
        String id = event.path("id").asText("");
        if (kind == null || id.isEmpty()) {
            return List.of();
        }
        JsonNode status = event.path("delivery-status");
        String code = status.path("enhanced-code").asText(status.path("code").asText(null));
        return List.of(
                new News(id, event.path("user-variables").path("carequeue").asText(null), kind, code));
    }

    private static News.Kind kind(JsonNode event) {
        return switch (event.path("event").asText()) {
            case "delivered" -> News.Kind.DELIVERED;
            case "failed" -> failed(event);
            case "rejected" -> News.Kind.FAILED;
            case "complained" -> News.Kind.COMPLAINED;
            case "unsubscribed" -> News.Kind.UNSUBSCRIBED;
            default -> null;
        };
    }

    // What failed for now is tried again by Mailgun itself.
    private static News.Kind failed(JsonNode event) {
        if (!event.path("severity").asText().equals("permanent")) {
            return null;
        }
        return switch (event.path("reason").asText()) {
            case "bounce" -> News.Kind.GONE;
            case "suppress-bounce", "suppress-complaint", "suppress-unsubscribe" -> News.Kind.SUPPRESSED;
            default -> News.Kind.BOUNCED;
        };
    }

    @Override
    public Map<String, String> marks(String name) {
        return Map.of("X-Mailgun-Variables", "{\"carequeue\":\"" + name + "\"}");
    }
}
