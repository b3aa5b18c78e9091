package carequeue.adapter.email.news;

import carequeue.adapter.secrets.Secret;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Postmark's webhooks: they sign nothing, and give a name and a password at the door; one event in one body. */
final class Postmark implements Teller {

    private static final Set<String> NOBODY = Set.of("HardBounce", "BadEmailAddress", "ManuallyDeactivated");
    private static final Set<String> PASSING = Set.of("Transient", "DnsError", "AutoResponder", "OpenRelayTest");

    private final List<Secret> users;

    Postmark(NewsSettings settings) {
        this.users = settings.postmarkUser();
    }

    @Override
    public String name() {
        return "postmark";
    }

    @Override
    public boolean ready() {
        return !users.isEmpty();
    }

    @Override
    public boolean proven(HttpServletRequest request, byte[] body, Supplier<JsonNode> said, Instant now) {
        String given = request.getHeader("Authorization");
        return given != null && Secret.anyFits(users.stream(), user -> Proofs.same(basic(user), given));
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<News> read(JsonNode json) {
        News.Kind kind = kind(json);
        String message = json.path("MessageID").asText("");
        if (kind == null || message.isEmpty()) {
            return List.of();
        }
        String record = json.path("RecordType").asText();
        String id = message + ":" + record + ":" + json.path("ID").asText("");
        return List.of(new News(id, json.path("Metadata").path("carequeue").asText(null), kind, null));
    }

    private static News.Kind kind(JsonNode json) {
        return switch (json.path("RecordType").asText()) {
            case "Delivery" -> News.Kind.DELIVERED;
            case "SpamComplaint" -> News.Kind.COMPLAINED;
            case "SubscriptionChange" -> changed(json);
            case "Bounce" -> bounced(json.path("Type").asText());
            default -> null;
        };
    }

    private static News.Kind changed(JsonNode json) {
        boolean patient = json.path("SuppressionReason").asText().equals("ManualSuppression");
        return json.path("SuppressSending").asBoolean() && patient ? News.Kind.UNSUBSCRIBED : null;
    }

    private static News.Kind bounced(String type) {
        if (NOBODY.contains(type)) {
            return News.Kind.GONE;
        } else if (type.equals("SpamComplaint")) {
            return News.Kind.COMPLAINED;
        } else if (type.equals("Unsubscribe")) {
            return News.Kind.UNSUBSCRIBED;
        }
        return PASSING.contains(type) ? null : News.Kind.BOUNCED;
    }

    @Override
    public Map<String, String> marks(String name) {
        return Map.of("X-PM-Metadata-carequeue", name);
    }
}
