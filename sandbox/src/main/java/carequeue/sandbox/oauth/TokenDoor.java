package carequeue.sandbox.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives tokens, and takes the registration of whoever wants some. */
@RestController
public class TokenDoor {

    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final Clients clients;
    private final Assertions assertions;
    private final Tokens tokens;

    TokenDoor(Clients clients, Assertions assertions, Tokens tokens) {
        this.clients = clients;
        this.assertions = assertions;
        this.tokens = tokens;
    }

    @PostMapping("/oauth/clients")
    ResponseEntity<Map<String, String>> register(@RequestBody Client client) {
        if (client.clientId() == null || client.clientId().isBlank()) {
            return ResponseEntity.badRequest().body(Map.of("error", "invalid_client_metadata"));
        }
        clients.register(client);
        return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("client_id", client.clientId()));
    }

    @PostMapping(path = "/oauth/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Map<String, Object>> token(@RequestParam Map<String, String> form, HttpServletRequest http) {
        try {
            if (!"client_credentials".equals(form.get("grant_type"))) {
                throw new Refusal("unsupported_grant_type", "only client_credentials");
            }
            Set<String> scopes = scopes(form.get("scope"), client(form, http));
            return noStore(200)
                    .body(Map.of(
                            "access_token", tokens.give(scopes),
                            "token_type", "bearer",
                            "expires_in", Tokens.LIFE.toSeconds(),
                            "scope", String.join(" ", scopes)));
        } catch (Refusal refusal) {
            int status = refusal.error().equals("invalid_client") ? 401 : 400;
            return noStore(status).body(Map.of("error", refusal.error(), "error_description", refusal.getMessage()));
        }
    }

    private Client client(Map<String, String> form, HttpServletRequest http) {
        String basic = http.getHeader("Authorization");
        if (form.containsKey("client_assertion")) {
            if (!ASSERTION.equals(form.get("client_assertion_type"))) {
                throw new Refusal("invalid_request", "unknown client_assertion_type");
            }
            return assertions.check(
                    form.get("client_assertion"), http.getRequestURL().toString());
        }
        if (basic != null && basic.regionMatches(true, 0, "Basic ", 0, 6)) {
            String pair = new String(Base64.getDecoder().decode(basic.substring(6)), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return bySecret(decoded(pair.substring(0, colon)), decoded(pair.substring(colon + 1)));
        }
        return bySecret(form.get("client_id"), form.get("client_secret"));
    }

    private Client bySecret(String id, String secret) {
        return clients.find(id)
                .filter(client -> client.clientSecret() != null && secret != null)
                .filter(client -> MessageDigest.isEqual(client.clientSecret().getBytes(), secret.getBytes()))
                .orElseThrow(() -> new Refusal("invalid_client", "unknown client or wrong secret"));
    }

    private static Set<String> scopes(String asked, Client client) {
        Set<String> may = Scopes.of(client.scope());
        Set<String> granted = Scopes.of(asked).stream()
                .filter(scope -> Scopes.covered(scope, may))
                .collect(Collectors.toCollection(TreeSet::new));
        if (granted.isEmpty()) {
            throw new Refusal("invalid_scope", "nothing that was asked for is allowed");
        }
        return granted;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static ResponseEntity.BodyBuilder noStore(int status) {
        return ResponseEntity.status(status).header("Cache-Control", "no-store").header("Pragma", "no-cache");
    }
}
