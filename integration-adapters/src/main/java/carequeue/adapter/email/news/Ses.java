package carequeue.adapter.email.news;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** Amazon SES, which tells by Amazon SNS: signed envelopes of a topic, with the news inside as text; its topic wants to be confirmed once. */
final class Ses implements Teller {

    private static final String MARK = "X-CareQueue-Message";

    private final List<String> topics;
    private final SnsProof proof;
    private final ObjectMapper json;

    Ses(NewsSettings settings, SnsProof proof, ObjectMapper json) {
        this.topics = settings.sesTopic();
        this.proof = proof;
        this.json = json;
    }

    @Override
    public String name() {
        return "ses";
    }

    @Override
    public boolean ready() {
        return !topics.isEmpty();
    }

    @Override
    public boolean proven(HttpServletRequest request, byte[] body, Supplier<JsonNode> said, Instant now) {
        JsonNode envelope = said.get();
        return topics.contains(envelope.path("TopicArn").asText()) && proof.signed(envelope);
    }

    @Override
    public List<News> read(JsonNode envelope) {
        if (envelope.path("Type").asText().equals("SubscriptionConfirmation")) {
            proof.confirm(envelope);
            return List.of();
        }
        JsonNode told = inside(envelope);
        News.Kind kind = kind(told);
        return kind == null
                ? List.of()
                : List.of(new News(envelope.path("MessageId").asText(), ours(told.path("mail")), kind, code(told)));
    }

    private JsonNode inside(JsonNode envelope) {
        try {
            return json.readTree(envelope.path("Message").asText());
        } catch (JsonProcessingException aSentence) {
            return json.missingNode();
        }
    }

    private static News.Kind kind(JsonNode told) {
        String type =
                told.path("eventType").asText(told.path("notificationType").asText());
        return switch (type) {
            case "Delivery" -> News.Kind.DELIVERED;
            case "Complaint" -> News.Kind.COMPLAINED;
            case "Reject" -> News.Kind.FAILED;
            case "Bounce" -> bounced(told.path("bounce"));
            default -> null;
        };
    }

    private static News.Kind bounced(JsonNode bounce) {
        if (!bounce.path("bounceType").asText().equals("Permanent")) {
            return News.Kind.BOUNCED;
        }
        boolean listed = bounce.path("bounceSubType").asText().matches("Suppressed|OnAccountSuppressionList");
        return listed ? News.Kind.SUPPRESSED : News.Kind.GONE;
    }

    private static String code(JsonNode told) {
        return told.path("bounce")
                .path("bouncedRecipients")
                .path(0)
                .path("status")
                .asText(null);
    }

    // With the original headers, where they are told; else by its tags. SES gives emails a Message-ID of its own.
    private static String ours(JsonNode mail) {
        return StreamSupport.stream(mail.path("headers").spliterator(), false)
                .filter(header -> header.path("name").asText().equalsIgnoreCase(MARK))
                .map(header -> header.path("value").asText())
                .findFirst()
                .orElseGet(() ->
                        mail.path("tags").path("carequeue").path(0).asText("").replace('_', '.'));
    }

    @Override
    public Map<String, String> marks(String name) {
        return Map.of(MARK, name, "X-SES-MESSAGE-TAGS", "carequeue=" + name.replace('.', '_'));
    }
}
