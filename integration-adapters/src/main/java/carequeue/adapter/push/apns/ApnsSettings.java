package carequeue.adapter.push.apns;

import carequeue.adapter.secrets.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Our app at Apple.
 *
 * @param host of Apple's push service
 * @param key the signing key, PKCS#8 in PEM
 * @param topic the app's bundle identifier
 */
@ConfigurationProperties("carequeue.apns")
public record ApnsSettings(
        @DefaultValue("api.push.apple.com") String host,
        @DefaultValue("443") int port,
        String teamId,
        String keyId,
        Secret key,
        String topic) {

    boolean ready() {
        return given(teamId) && given(keyId) && Secret.given(key) && given(topic);
    }

    private static boolean given(String value) {
        return value != null && !value.isBlank();
    }

    /** Nothing secret. */
    @Override
    public String toString() {
        return "APNs topic " + topic;
    }
}
