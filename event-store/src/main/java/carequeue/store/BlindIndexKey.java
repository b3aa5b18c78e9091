package carequeue.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret with which unique keys and searchable identifiers are hashed, so that the database does not show them.
 *
 * @param bytes at least 32
 */
public record BlindIndexKey(byte[] bytes) {

    /** Takes a copy and refuses a short secret. */
    public BlindIndexKey {
        if (bytes == null || bytes.length < 32) {
            throw new IllegalArgumentException("the blind index key needs at least 32 bytes");
        }
        bytes = bytes.clone();
    }

    /** HMAC-SHA256 over the length-prefixed parts. */
    public byte[] hash(String... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            for (String part : parts) {
                byte[] text = part.getBytes(StandardCharsets.UTF_8);
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
                mac.update(text);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
