package carequeue.adapter.email;

import carequeue.adapter.InIntegrationRole;
import carequeue.adapter.email.news.News;
import carequeue.adapter.email.news.Teller;
import carequeue.adapter.email.news.Tellers;
import carequeue.adapter.inbound.Envelopes;
import carequeue.adapter.inbound.RawBodies;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the carriers of our emails tell, each in its own shape; what is kept is the news and our name of the email, no address. */
@RestController
@InIntegrationRole
class NewsDoor {

    private final Tellers tellers;
    private final Envelopes envelopes;
    private final ObjectMapper json;
    private final Clock clock;

    NewsDoor(Tellers tellers, Envelopes envelopes, ObjectMapper json, Clock clock) {
        this.tellers = tellers;
        this.envelopes = envelopes;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping("/webhooks/email/{teller}")
    ResponseEntity<Void> take(@PathVariable String teller, HttpServletRequest request) {
        return tellers.named(teller)
                .map(known -> take(known, request, RawBodies.of(request)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private ResponseEntity<Void> take(Teller teller, HttpServletRequest request, byte[] body) {
        if (!teller.proven(request, body, () -> read(body), clock.instant())) {
            return ResponseEntity.status(403).build();
        }
        for (News news : teller.read(read(body))) {
            String name = news.name() == null ? "" : news.name();
            String id = teller.name() + ":" + news.id();
            envelopes.store(EmailService.EMAIL, id, "email." + news.kind().word(), name, shape(news, name), Map.of());
        }
        return ResponseEntity.ok().build();
    }

    // Some proofs stand inside the body: what is no JSON proves nothing.
    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException notJson) {
            return json.missingNode();
        }
    }

    private byte[] shape(News news, String name) {
        ObjectNode whole = json.createObjectNode();
        ObjectNode data = whole.putObject("data").put("message_id", "<" + name + "@news>");
        if (news.code() != null) {
            data.put("code", news.code());
        }
        if (news.kind() == News.Kind.GONE || news.kind() == News.Kind.BOUNCED) {
            data.putObject("bounce")
                    .put("type", news.kind() == News.Kind.GONE ? "Permanent" : "Transient")
                    .put("code", news.code());
        }
        return whole.toString().getBytes(StandardCharsets.UTF_8);
    }
}
