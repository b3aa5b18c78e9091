package carequeue.adapter.pms;

import carequeue.adapter.InIntegrationRole;
import carequeue.adapter.inbound.Envelopes;
import carequeue.adapter.inbound.IntegrationEvent;
import carequeue.adapter.inbound.RawBodies;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door at which the practice management system says what happened, in the shape of an integration event; only what it signed is heard. */
@RestController
@InIntegrationRole
@WithPms
public class PmsWebhook {

    /** The header with the signature. */
    static final String SIGNATURE = "X-PMS-Signature";

    private final Envelopes envelopes;
    private final PmsSettings settings;
    private final Clock clock;

    public PmsWebhook(Envelopes envelopes, PmsSettings settings, Clock clock) {
        this.envelopes = envelopes;
        this.settings = settings;
        this.clock = clock;
    }

    /** One event; the same body again is the same event. */
    @PostMapping("/webhooks/pms")
    ResponseEntity<ProblemDetail> take(HttpServletRequest request) {
        byte[] body = RawBodies.of(request);
        boolean signed = PmsSignature.good(
                request.getHeader(SIGNATURE),
                body,
                clock.instant(),
                settings.webhookSecret(),
                settings.previousWebhookSecret());
        if (!signed) {
            return problem(HttpStatus.UNAUTHORIZED, "The signature is missing, wrong, or older than five minutes.");
        }
        try {
            IntegrationEvent event = IntegrationEvent.read(body);
            envelopes.store(PmsService.PMS, UUID.nameUUIDFromBytes(body).toString(), event);
            return ResponseEntity.accepted().build();
        } catch (IntegrationEvent.Malformed e) {
            return problem(HttpStatus.BAD_REQUEST, "This is no integration event: " + e.getMessage() + ".");
        }
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String sentence) {
        return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, sentence));
    }
}
