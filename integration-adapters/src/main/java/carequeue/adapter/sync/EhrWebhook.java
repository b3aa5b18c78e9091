package carequeue.adapter.sync;

import carequeue.adapter.InIntegrationRole;
import carequeue.adapter.ehr.EhrChange.Kind;
import carequeue.adapter.ehr.fhir.Notifications;
import carequeue.adapter.inbound.RawBodies;
import carequeue.adapter.inbound.SharedSecret;
import carequeue.adapter.secrets.Secret;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** The door at which the EHR says that something changed; only who knows the secret is heard. */
@RestController
@InIntegrationRole
public class EhrWebhook {

    /** The header for a secret, where the EHR cannot send a bearer token. */
    static final String SECRET = "X-Webhook-Secret";

    private static final String BEARER = "bearer ";
    private static final String ID = "[A-Za-z0-9\\-.]{1,64}";

    private final Heard heard;
    private final SubscriptionRows rows;
    private final WebhookSettings settings;

    public EhrWebhook(Heard heard, SubscriptionRows rows, WebhookSettings settings) {
        this.heard = heard;
        this.rows = rows;
        this.settings = settings;
    }

    /** A notification, as a Bundle, a resource, or nothing at all. */
    @RequestMapping(
            path = {"/webhooks/ehr/{name}", "/webhooks/ehr/{name}/{type}"},
            method = {RequestMethod.POST, RequestMethod.PUT})
    ResponseEntity<ProblemDetail> take(@PathVariable("name") String name, HttpServletRequest request) {
        HttpStatus refused = refused(name, request);
        if (refused != null) {
            return problem(refused, "The secret of this door is missing or wrong.");
        }
        try {
            byte[] body = RawBodies.of(request);
            heard.hear(name, Notifications.read(body), body);
            return ResponseEntity.ok().build();
        } catch (Notifications.NoNotification e) {
            return problem(HttpStatus.BAD_REQUEST, "This is no notification: " + e.getMessage() + ".");
        }
    }

    /** One thing that changed, named in the address as an update of it would be. */
    @RequestMapping(
            path = "/webhooks/ehr/{name}/{type}/{id}",
            method = {RequestMethod.POST, RequestMethod.PUT, RequestMethod.DELETE})
    ResponseEntity<ProblemDetail> take(
            @PathVariable("name") String name,
            @PathVariable("type") String type,
            @PathVariable("id") String id,
            HttpServletRequest request) {
        HttpStatus refused = refused(name, request);
        if (refused != null) {
            return problem(refused, "The secret of this door is missing or wrong.");
        }
        if (!id.matches(ID)) {
            return problem(HttpStatus.BAD_REQUEST, "This is no identifier of a resource.");
        }
        Kind kind = Kind.of(type);
        if (kind != null) {
            heard.hear(kind, id);
        }
        return ResponseEntity.ok().build();
    }

    private HttpStatus refused(String name, HttpServletRequest request) {
        String sent = request.getHeader(SECRET);
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            sent = authorization.substring(BEARER.length()).strip();
        }
        if (sent == null) {
            return HttpStatus.UNAUTHORIZED;
        }
        String shown = sent;
        boolean known = Secret.anyFits(Stream.ofNullable(settings.secret()), secret -> SharedSecret.same(shown, secret))
                || SharedSecret.same(sent, rows.secret(name).orElse(null));
        return known ? null : HttpStatus.FORBIDDEN;
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String why) {
        return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, why));
    }
}
