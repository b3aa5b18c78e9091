package carequeue.sandbox.payer;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Lets in who has a token of its own provider, or the key. */
@RestController
class Access {

    private static final String CLIENT = "carequeue:sandbox-payer-secret";
    private static final String KEY = "Key sandbox-payer-key";
    private static final int LIFE = 600;

    private final Set<String> tokens = ConcurrentHashMap.newKeySet();

    @PostMapping(path = "/payer/token", consumes = "application/x-www-form-urlencoded")
    ResponseEntity<Map<String, Object>> token(
            @RequestHeader(name = "Authorization", required = false) String authorization,
            @RequestParam("grant_type") String grant) {
        if (!grant.equals("client_credentials")) {
            return ResponseEntity.badRequest().body(Map.of("error", "unsupported_grant_type"));
        } else if (!("Basic " + Base64.getEncoder().encodeToString(CLIENT.getBytes(StandardCharsets.UTF_8)))
                .equals(authorization)) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).body(Map.of("error", "invalid_client"));
        }
        String token = UUID.randomUUID().toString();
        tokens.add(token);
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .body(Map.of("access_token", token, "token_type", "Bearer", "expires_in", LIFE));
    }

    /** All tokens are taken back, as when a provider is restarted. */
    @PostMapping("/payer/token/revoke-all")
    void revoke() {
        tokens.clear();
    }

    void check(HttpServletRequest request) {
        String shown = request.getHeader("Authorization");
        boolean byToken = shown != null && shown.startsWith("Bearer ") && tokens.contains(shown.substring(7));
        if (!byToken && !KEY.equals(shown)) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, "no token and no key");
        }
    }
}
