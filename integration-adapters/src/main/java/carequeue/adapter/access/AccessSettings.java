package carequeue.adapter.access;

import carequeue.adapter.secrets.Secret;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a partner lets us in: by a token of its own provider where a token address is given, else by a key where one is given, else freely.
 *
 * @param apiKeyHeader the header that carries the key
 * @param apiKeyPrefix what stands before the key, such as {@code "Key "}
 * @param tokenUrl the token endpoint of OAuth 2.0 client credentials
 * @param scope may be empty
 */
public record AccessSettings(
        Secret apiKey,
        @DefaultValue("Authorization") String apiKeyHeader,
        @DefaultValue("") String apiKeyPrefix,
        String tokenUrl,
        String clientId,
        Secret clientSecret,
        String scope) {

    /** A partner that asks for nothing. */
    public static final AccessSettings NONE = new AccessSettings(null, "Authorization", "", null, null, null, null);

    boolean byToken() {
        return tokenUrl != null && !tokenUrl.isBlank();
    }

    boolean byKey() {
        return Secret.given(apiKey);
    }

    /** Secrets are never printed. */
    @Override
    public String toString() {
        return byToken() ? "by token" : byKey() ? "by key" : "freely";
    }
}
