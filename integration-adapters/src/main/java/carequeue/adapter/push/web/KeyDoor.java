package carequeue.adapter.push.web;

import carequeue.adapter.InIntegrationRole;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells browsers by which key they recognise our push messages; without one nobody is asked whether they want any. */
@RestController
@InIntegrationRole
class KeyDoor {

    private final WebPushSettings settings;

    KeyDoor(WebPushSettings settings) {
        this.settings = settings;
    }

    /** The public key of VAPID, uncompressed, in base64url. */
    record PublicKey(String key) {}

    @GetMapping("/webhooks/push/key")
    ResponseEntity<PublicKey> key() {
        return settings.ready()
                ? ResponseEntity.ok()
                        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)))
                        .body(new PublicKey(settings.publicKey().replace("=", "")))
                : ResponseEntity.notFound().build();
    }
}
