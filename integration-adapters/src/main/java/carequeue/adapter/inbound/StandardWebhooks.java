package carequeue.adapter.inbound;

import carequeue.adapter.secrets.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures as the Standard Webhooks say: HMAC-SHA256 over identifier, time and body, by one of several secrets. */
public final class StandardWebhooks {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String PREFIX = "whsec_";

    private final List<Secret> secrets;

    /** Checks with these secrets, {@code whsec_} and base64. */
    public StandardWebhooks(List<Secret> secrets) {
        this.secrets = secrets;
    }

    /**
     * Whether one of the signatures is ours and fresh.
     *
     * @param timestamp seconds since 1970, as it was sent
     * @param signatures {@code v1,<base64>}, several parted by blanks
     */
    public boolean signed(String id, String timestamp, String signatures, byte[] body, Instant now) {
        if (id == null || timestamp == null || signatures == null || !timestamp.matches("[0-9]{1,12}")) {
            return false;
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(at, now).abs().compareTo(TOLERANCE) > 0) {
            return false;
        }
        List<String> sent = Stream.of(signatures.split(" "))
                .filter(one -> one.startsWith("v1,"))
                .toList();
        return !sent.isEmpty()
                && Secret.anyFits(secrets.stream(), secret -> {
                    String ours = signature(bytes(secret), id, timestamp, body);
                    return sent.stream().anyMatch(one -> same(one, ours));
                });
    }

    /** The signature of a body. */
    static String signature(byte[] secret, String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    private static boolean same(String sent, String ours) {
        return MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), ours.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String secret) {
        try {
            return Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a webhook secret is whsec_ and base64", e);
        }
    }
}
