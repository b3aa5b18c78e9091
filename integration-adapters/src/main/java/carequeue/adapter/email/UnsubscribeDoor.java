package carequeue.adapter.email;

import carequeue.adapter.InIntegrationRole;
import carequeue.adapter.inbound.Envelopes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where patients end our emails: by one click of their mail program (RFC 8058), or by a button; only looking ends nothing. */
@RestController
@InIntegrationRole
class UnsubscribeDoor {

    static final String TYPE = "unsubscribe";

    private final Unsubscribing links;
    private final EmailTemplates templates;
    private final Envelopes envelopes;
    private final Clock clock;

    UnsubscribeDoor(Unsubscribing links, EmailTemplates templates, Envelopes envelopes, Clock clock) {
        this.links = links;
        this.templates = templates;
        this.envelopes = envelopes;
        this.clock = clock;
    }

    @GetMapping(Unsubscribing.PATH + "{token}")
    ResponseEntity<String> ask(@PathVariable String token, Locale locale) {
        return links.patient(token).map(patient -> page(locale, false)).orElseGet(UnsubscribeDoor::unknown);
    }

    @PostMapping(Unsubscribing.PATH + "{token}")
    ResponseEntity<String> stop(@PathVariable String token, Locale locale) {
        return links.patient(token)
                .map(patient -> {
                    // Clicked twice it is one wish; said again another day it is another.
                    String id = "unsubscribe:" + patient + ":" + clock.instant().truncatedTo(ChronoUnit.MINUTES);
                    byte[] body = patient.getBytes(StandardCharsets.UTF_8);
                    envelopes.store(EmailService.EMAIL, id, TYPE, patient, body, Map.of());
                    return page(locale, true);
                })
                .orElseGet(UnsubscribeDoor::unknown);
    }

    private ResponseEntity<String> page(Locale locale, boolean done) {
        Locale language = "es".equals(locale.getLanguage()) ? locale : Locale.ENGLISH;
        return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(templates.unsubscribePage(language, done));
    }

    private static ResponseEntity<String> unknown() {
        return ResponseEntity.notFound().build();
    }
}
