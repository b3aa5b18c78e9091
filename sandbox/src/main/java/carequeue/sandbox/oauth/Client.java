package carequeue.sandbox.oauth;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * Who may ask for tokens: by a secret, by a key set given here, or by one at an address.
 *
 * @param scope what the client may be given, separated by blanks
 */
public record Client(
        @JsonProperty("client_id") String clientId,
        @JsonProperty("client_secret") String clientSecret,
        Map<String, Object> jwks,
        @JsonProperty("jwks_uri") String jwksUri,
        String scope) {}
