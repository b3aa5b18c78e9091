package carequeue.adapter.payment.stripe;

import carequeue.adapter.inbound.Envelopes;
import carequeue.adapter.inbound.RawBodies;
import carequeue.adapter.payment.PaymentProcessor;
import carequeue.adapter.payment.PaymentSettings;
import carequeue.adapter.secrets.Secret;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where Stripe tells what happened: the signature is checked over what came, byte by byte, before anything is read of it. */
@RestController
public class StripeWebhook {

    /** How old a signature may be, in seconds, as Stripe has it. */
    private static final long TOLERANCE = 300;

    private final PaymentSettings settings;
    private final Envelopes envelopes;
    private final ObjectMapper json;
    private final Clock clock;

    public StripeWebhook(PaymentSettings settings, Envelopes envelopes, ObjectMapper json, Clock clock) {
        this.settings = settings;
        this.envelopes = envelopes;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping("/webhooks/stripe")
    ResponseEntity<Void> hear(
            HttpServletRequest request, @RequestHeader(name = "Stripe-Signature", required = false) String signature) {
        byte[] body = RawBodies.of(request);
        if (!signed(new String(body, StandardCharsets.UTF_8), signature)) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        JsonNode event = read(body);
        if (event == null
                || !event.path("id").isTextual()
                || !event.path("type").isTextual()) {
            return ResponseEntity.badRequest().build();
        }
        envelopes.store(
                PaymentProcessor.PAYMENT,
                event.get("id").asText(),
                event.get("type").asText(),
                body);
        return ResponseEntity.ok().build();
    }

    /** By any of the secrets: while one replaces another, both are in use. */
    private boolean signed(String body, String signature) {
        return signature != null
                && Secret.anyFits(settings.webhookSecret().stream(), secret -> signed(body, signature, secret.strip()));
    }

    private boolean signed(String body, String signature, String secret) {
        try {
            return Webhook.Signature.verifyHeader(body, signature, secret, TOLERANCE, clock);
        } catch (SignatureVerificationException | RuntimeException e) {
            // A header that is no header at all is a wrong signature too.
            return false;
        }
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            return null;
        }
    }
}
