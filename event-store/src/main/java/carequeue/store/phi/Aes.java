package carequeue.store.phi;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.AesSiv;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.subtle.Random;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** The ciphers, as Tink has them. */
final class Aes {

    private static final int KEY_BYTES = 32;
    private static final int SIV_BYTES = 64;

    private Aes() {}

    static byte[] newKey() {
        return Random.randBytes(KEY_BYTES);
    }

    /** AES-256-GCM: a random nonce before, the tag behind. */
    static Aead of(byte[] key) {
        try {
            return new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored key is none of AES-256", e);
        }
    }

    /** A patient's key for columns, derived from their own: AES-SIV, by which equal values look equal. */
    static DeterministicAead forColumns(byte[] key) {
        try {
            return new AesSiv(Hkdf.computeHkdf("HMACSHA512", key, new byte[0], utf8("carequeue columns"), SIV_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored key is none of AES-256", e);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
