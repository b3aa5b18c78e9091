package carequeue.adapter.ehr.oauth;

import carequeue.adapter.InIntegrationRole;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes our public keys, by which EHRs check what we sign. */
@RestController
@InIntegrationRole
public class JwksDoor {

    private final ClientKeys keys;

    public JwksDoor(ClientKeys keys) {
        this.keys = keys;
    }

    @GetMapping(path = "/.well-known/jwks.json", produces = "application/json")
    ResponseEntity<Map<String, Object>> keys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .body(keys.published());
    }
}
