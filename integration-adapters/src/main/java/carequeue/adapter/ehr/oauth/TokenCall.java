package carequeue.adapter.ehr.oauth;

import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.ehr.oauth.OAuthSettings.ClientAuth;
import carequeue.adapter.resilience.OutsideFailure;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks for a token by client credentials (RFC 6749, 4.4), with a secret or with a signed assertion (RFC 7523). */
final class TokenCall {

    private static final Set<String> PASSES = Set.of("temporarily_unavailable", "server_error", "slow_down");

    private final OAuthSettings settings;
    private final String scope;
    private final Discovery discovery;
    private final ClientAssertion assertion;
    private final JsonCalls calls;
    private final Clock clock;

    TokenCall(
            OAuthSettings settings,
            String scope,
            Discovery discovery,
            ClientAssertion assertion,
            JsonCalls calls,
            Clock clock) {
        this.settings = settings;
        this.scope = scope;
        this.discovery = discovery;
        this.assertion = assertion;
        this.calls = calls;
        this.clock = clock;
    }

    AccessToken fetch() {
        Endpoint endpoint = OAuthSettings.given(settings.tokenUrl())
                ? new Endpoint(settings.tokenUrl(), Set.of())
                : discovery.endpoint();
        Instant asked = clock.instant();
        JsonCalls.Said said = settings.signs() ? bySignature(endpoint) : bySecret(endpoint);
        // Any 2xx that holds a token is one: servers differ.
        if (said.status() / 100 == 2) {
            if (said.body().isMissingNode()) {
                // A page of whoever stands before it, for a while.
                throw new OutsideFailure.Unavailable(EhrService.EHR, "answered who asks for a token what is no JSON");
            }
            if (error(said.body()) != null) {
                throw failure(said);
            }
            return AccessToken.read(said.body(), asked);
        }
        throw failure(said);
    }

    private JsonCalls.Said bySignature(Endpoint endpoint) {
        ClientKey key = assertion.keys().current();
        JsonCalls.Said said = bySignature(endpoint, key);
        Optional<ClientKey> other = isOfClient(said) ? assertion.keys().instead(key) : Optional.empty();
        return other.map(it -> bySignature(endpoint, it)).orElse(said);
    }

    private JsonCalls.Said bySignature(Endpoint endpoint, ClientKey key) {
        Map<String, String> form = form();
        form.put("client_assertion_type", ClientAssertion.TYPE);
        form.put("client_assertion", assertion.fresh(endpoint.tokenUrl(), key));
        return calls.post(endpoint.tokenUrl(), encoded(form), Map.of());
    }

    private JsonCalls.Said bySecret(Endpoint endpoint) {
        String secret = settings.clientSecret().value();
        JsonCalls.Said said = bySecret(endpoint, secret);
        Optional<String> other = isOfClient(said) ? settings.clientSecret().instead(secret) : Optional.empty();
        return other.map(it -> bySecret(endpoint, it)).orElse(said);
    }

    private JsonCalls.Said bySecret(Endpoint endpoint, String secret) {
        Map<String, String> form = form();
        if (byPost(endpoint)) {
            form.put("client_id", settings.clientId());
            form.put("client_secret", secret);
            return calls.post(endpoint.tokenUrl(), encoded(form), Map.of());
        }
        // RFC 6749, 2.3.1: each is form-encoded before it is joined.
        String pair = encoded(settings.clientId()) + ":" + encoded(secret);
        byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
        var basic = Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
        return calls.post(endpoint.tokenUrl(), encoded(form), basic);
    }

    private Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        if (OAuthSettings.given(scope)) {
            form.put("scope", scope);
        }
        return form;
    }

    private static boolean isOfClient(JsonCalls.Said said) {
        return said.status() == 401 || "invalid_client".equals(error(said.body()));
    }

    private boolean byPost(Endpoint endpoint) {
        if (settings.clientAuth() != null) {
            return settings.clientAuth() == ClientAuth.CLIENT_SECRET_POST;
        }
        return endpoint.authMethods().contains("client_secret_post")
                && !endpoint.authMethods().contains("client_secret_basic");
    }

    private OutsideFailure failure(JsonCalls.Said said) {
        String error = error(said.body());
        String what = error == null ? "answered who asks for a token " + said.status() : "refuses us: " + error;
        boolean passes = said.status() >= 500 || said.status() == 429 || said.status() == 408;
        if (passes || error != null && PASSES.contains(error)) {
            return new OutsideFailure.Unavailable(EhrService.EHR, what, said.retryAfter());
        }
        discovery.forget();
        return new OutsideFailure.Rejected(EhrService.EHR, what);
    }

    // A code of the standard's form is repeated, nothing else of what was said.
    private static String error(JsonNode body) {
        String error = body.path("error").asText("");
        return error.matches("[a-z_]{1,40}") ? error : null;
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
