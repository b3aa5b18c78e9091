package carequeue.adapter.inbound;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Compares a secret that was sent with the one agreed, in a time that tells nothing of either. */
public final class SharedSecret {

    private SharedSecret() {}

    /** Whether they are the same; never when nothing was agreed or sent. */
    public static boolean same(String sent, String agreed) {
        if (sent == null || agreed == null || agreed.isBlank()) {
            return false;
        }
        return MessageDigest.isEqual(digest(sent), digest(agreed));
    }

    // Of one length whatever was sent, so that not even the length can be timed.
    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
