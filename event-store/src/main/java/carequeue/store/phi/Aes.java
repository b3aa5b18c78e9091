package carequeue.store.phi;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** AES-256-GCM as Tink has it: a random nonce before, the tag behind. */
final class Aes {

    private static final int KEY_BYTES = 32;

    private Aes() {}

    static byte[] newKey() {
        return Random.randBytes(KEY_BYTES);
    }

    static Aead of(byte[] key) {
        try {
            return new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored key is none of AES-256", e);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
