package carequeue.app.start;

import carequeue.adapter.secrets.Secret;
import carequeue.adapter.secrets.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** The keys that every node of one database has in common, derived from one secret. */
@Component
public final class Keys {

    private final byte[] secret;

    Keys(CareQueueSettings settings, DataDirectory data, Secrets secrets) {
        // What history is searched by is derived from it: another one would find nobody, so it is read once.
        String given = Secret.given(settings.secret()) ? secrets.awaited(settings.secret()) : "";
        if (given.isEmpty() && settings.database().given()) {
            throw new CannotStart(
                    "CAREQUEUE_DATABASE_URL names a database, but CAREQUEUE_SECRET is missing: give every node"
                            + " of that database the same secret of at least 32 characters, and keep it with the backups.");
        }
        if (!given.isEmpty() && given.length() < 32) {
            throw new CannotStart("CAREQUEUE_SECRET is too short: it needs at least 32 characters.");
        }
        secret = (given.isEmpty() ? data.secret("secret", 32) : given).getBytes(StandardCharsets.UTF_8);
    }

    /** The 32 bytes for one purpose. */
    public byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }
}
