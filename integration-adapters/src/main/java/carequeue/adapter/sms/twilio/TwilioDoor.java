package carequeue.adapter.sms.twilio;

import carequeue.adapter.InIntegrationRole;
import carequeue.adapter.inbound.Envelopes;
import carequeue.adapter.inbound.RawBodies;
import carequeue.adapter.message.PublicAddress;
import carequeue.adapter.secrets.Secret;
import carequeue.api.Sealing;
import com.twilio.security.RequestValidator;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Where Twilio tells what became of our messages and what patients answered; signed over the address that it knows of us. */
@RestController
@InIntegrationRole
class TwilioDoor {

    static final String SERVICE = "twilio";
    private static final String NOTHING = "<Response/>";

    private final TwilioSettings settings;
    private final PublicAddress ours;
    private final Envelopes envelopes;
    private final Sealing sealing;

    TwilioDoor(TwilioSettings settings, PublicAddress ours, Envelopes envelopes, Sealing sealing) {
        this.settings = settings;
        this.ours = ours;
        this.envelopes = envelopes;
        this.sealing = sealing;
    }

    /** Takes a status or a patient's answer; TwiML comes back. */
    @PostMapping("/webhooks/twilio")
    ResponseEntity<String> take(HttpServletRequest request) {
        if (!signed(request)) {
            return ResponseEntity.status(403).build();
        }
        TwilioForm form = TwilioForm.of(RawBodies.of(request));
        String sid = form.messageSid();
        if (sid == null || form.status() == null) {
            return ResponseEntity.badRequest().build();
        }
        boolean answer = form.isFromPatient();
        String id = answer ? sid : sid + ":" + form.status();
        // What was said of one message, and what one telephone said, is taken in as it came.
        String entity = answer ? phone(form.get("From")) : sid;
        envelopes.store(SERVICE, id, answer ? "message" : "status", entity, RawBodies.of(request), names(request));
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_XML)
                .body(answer && form.asksForHelp() ? help() : NOTHING);
    }

    private String phone(String number) {
        return HexFormat.of().formatHex(sealing.index("message-address", "sms", number));
    }

    private boolean signed(HttpServletRequest request) {
        String signature = request.getHeader("X-Twilio-Signature");
        String query = request.getQueryString();
        String url = ours.of("/webhooks/twilio").toString() + (query == null ? "" : "?" + query);
        byte[] body = RawBodies.of(request);
        return signature != null
                && Secret.anyFits(
                        Stream.of(settings.authToken(), settings.formerAuthToken()),
                        token -> fits(new RequestValidator(token), url, body, signature));
    }

    // What is no form is signed by a hash of the body, which then stands in the address.
    private static boolean fits(RequestValidator token, String url, byte[] body, String signature) {
        try {
            return url.contains("bodySHA256=")
                    ? token.validate(url, new String(body, StandardCharsets.UTF_8), signature)
                    : token.validate(url, new HashMap<>(TwilioForm.of(body).values()), signature);
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    private static Map<String, String> names(HttpServletRequest request) {
        Map<String, String> query = TwilioForm.of(request.getQueryString()).values();
        Map<String, String> names = new HashMap<>();
        Stream.of("message", "attempt").filter(query::containsKey).forEach(name -> names.put(name, query.get(name)));
        return names;
    }

    private String help() {
        return TwilioSettings.given(settings.helpText())
                ? "<Response><Message>" + HtmlUtils.htmlEscape(settings.helpText()) + "</Message></Response>"
                : NOTHING;
    }
}
