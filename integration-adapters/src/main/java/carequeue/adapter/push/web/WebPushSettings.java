package carequeue.adapter.push.web;

import carequeue.adapter.secrets.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Our identity towards browsers' push services (VAPID).
 *
 * @param publicKey 65 bytes of a P-256 key, uncompressed, in base64url
 * @param privateKey its 32 bytes in base64url
 * @param subject whom a push service can write to, {@code mailto:} or {@code https:}
 * @param sandbox the origin of a push service that may be in our own network, or null
 */
@ConfigurationProperties("carequeue.webpush")
public record WebPushSettings(
        String publicKey,
        Secret privateKey,
        @DefaultValue("mailto:postmaster@localhost") String subject,
        String sandbox) {

    boolean ready() {
        return publicKey != null && !publicKey.isBlank() && Secret.given(privateKey);
    }

    /** Nothing secret. */
    @Override
    public String toString() {
        return "Web Push as " + subject;
    }
}
