package carequeue.adapter.email;

import carequeue.adapter.InIntegrationRole;
import carequeue.adapter.email.smtp.MailSettings;
import carequeue.adapter.inbound.Envelopes;
import carequeue.adapter.inbound.RawBodies;
import carequeue.adapter.inbound.StandardWebhooks;
import carequeue.adapter.secrets.Secret;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where whoever watches our emails' delivery tells what became of them; signed as the Standard Webhooks say. */
@RestController
@InIntegrationRole
class EmailDoor {

    private final StandardWebhooks signatures;
    private final Envelopes envelopes;
    private final ObjectMapper json;
    private final Clock clock;

    EmailDoor(MailSettings settings, Envelopes envelopes, ObjectMapper json, Clock clock) {
        this.signatures = new StandardWebhooks(secrets(settings));
        this.envelopes = envelopes;
        this.json = json;
        this.clock = clock;
    }

    private static List<Secret> secrets(MailSettings settings) {
        return Stream.of(settings.webhookSecret(), settings.formerWebhookSecret())
                .filter(Secret::given)
                .toList();
    }

    @PostMapping("/webhooks/email")
    ResponseEntity<Void> take(HttpServletRequest request) {
        byte[] body = RawBodies.of(request);
        String id = header(request, "id");
        boolean signed = signatures.signed(
                id, header(request, "timestamp"), header(request, "signature"), body, clock.instant());
        if (!signed) {
            return ResponseEntity.status(403).build();
        }
        String type = type(body);
        if (type == null) {
            return ResponseEntity.badRequest().build();
        }
        envelopes.store(EmailService.EMAIL, id, type, null, body, Map.of());
        return ResponseEntity.accepted().build();
    }

    // Svix, who wrote the standard down, and those who use it still send its older names.
    private static String header(HttpServletRequest request, String name) {
        return Stream.of("webhook-", "svix-")
                .map(prefix -> request.getHeader(prefix + name))
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse(null);
    }

    private String type(byte[] body) {
        try {
            JsonNode type = json.readTree(body).path("type");
            return type.isTextual() && type.asText().length() <= 100 ? type.asText() : null;
        } catch (IOException notJson) {
            return null;
        }
    }
}
