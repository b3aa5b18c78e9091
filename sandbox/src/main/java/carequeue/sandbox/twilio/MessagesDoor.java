package carequeue.sandbox.twilio;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The Messages resource of Twilio's API of 2010-04-01. */
@RestController
@RequestMapping(path = "/twilio/2010-04-01/Accounts", produces = MediaType.APPLICATION_JSON_VALUE)
class MessagesDoor {

    private final Carrier carrier;
    private final Texts texts;

    MessagesDoor(Carrier carrier, Texts texts) {
        this.carrier = carrier;
        this.texts = texts;
    }

    @GetMapping("/{account}.json")
    ResponseEntity<?> account(
            @PathVariable String account, @RequestHeader(name = "Authorization", required = false) String basic) {
        return Account.isMeant(basic)
                ? ResponseEntity.ok(
                        Map.of("sid", Account.SID, "friendly_name", "Sandbox", "status", "active", "type", "Trial"))
                : notMeant();
    }

    @PostMapping(path = "/{account}/Messages.json", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<?> create(
            @PathVariable String account,
            @RequestHeader(name = "Authorization", required = false) String basic,
            @RequestParam Map<String, String> form) {
        if (!Account.isMeant(basic)) {
            return notMeant();
        }
        String to = form.getOrDefault("To", "");
        String from = form.getOrDefault("From", form.getOrDefault("MessagingServiceSid", ""));
        String body = form.getOrDefault("Body", "");
        Refusal refusal = Refusal.of(to, from, body, texts);
        if (refusal != null) {
            return refused(HttpStatus.BAD_REQUEST, refusal.code(), refusal.message());
        }
        Text text = carrier.take(from, to, body, form.get("StatusCallback"));
        return ResponseEntity.status(HttpStatus.CREATED).body(MessageJson.of(text));
    }

    @GetMapping("/{account}/Messages/{sid}.json")
    ResponseEntity<?> read(
            @PathVariable String account,
            @PathVariable String sid,
            @RequestHeader(name = "Authorization", required = false) String basic) {
        if (!Account.isMeant(basic)) {
            return notMeant();
        }
        return texts.find(sid)
                .<ResponseEntity<?>>map(text -> ResponseEntity.ok(MessageJson.of(text)))
                .orElseGet(() -> refused(HttpStatus.NOT_FOUND, 20404, "The requested resource was not found"));
    }

    @GetMapping("/{account}/Messages.json")
    ResponseEntity<?> list(
            @PathVariable String account,
            @RequestHeader(name = "Authorization", required = false) String basic,
            @RequestParam(name = "To", required = false) String to,
            @RequestParam(name = "From", required = false) String from,
            @RequestParam(name = "Page", defaultValue = "0") int page,
            @RequestParam(name = "PageSize", defaultValue = "50") int size) {
        if (!Account.isMeant(basic)) {
            return notMeant();
        }
        List<Text> found = texts.all().stream()
                .filter(text -> (to == null || to.equals(text.to())) && (from == null || from.equals(text.from())))
                .toList();
        return ResponseEntity.ok(MessageJson.page(found, to, from, page, Math.max(1, Math.min(size, 1000))));
    }

    private static ResponseEntity<?> notMeant() {
        return refused(HttpStatus.UNAUTHORIZED, 20003, "Authenticate");
    }

    private static ResponseEntity<?> refused(HttpStatus status, int code, String message) {
        return ResponseEntity.status(status)
                .body(Map.of(
                        "code",
                        code,
                        "message",
                        message,
                        "more_info",
                        "https://www.twilio.com/docs/errors/" + code,
                        "status",
                        status.value()));
    }
}
