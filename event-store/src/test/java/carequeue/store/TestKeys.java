package carequeue.store;

import carequeue.api.Sealing;
import carequeue.store.phi.MasterKeys;
import carequeue.store.phi.SealedForm;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Keys for tests: the same at every start, and sealed forms that are the same every time. They protect nothing. */
public final class TestKeys {

    private TestKeys() {}

    /** A master key that all nodes of a test have in common. */
    public static MasterKeys master() {
        try {
            return MasterKeys.of("test", new AesGcmJce(hash("master")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Seals without a database: the key follows from the patient, the nonce from the value. */
    public static Sealing fixed() {
        return new Sealing(
                TestKeys::seal, TestKeys::seal, TestKeys::open, parts -> new BlindIndexKey(new byte[32]).hash(parts));
    }

    private static String seal(String patientId, String tag, byte[] value) {
        byte[] purpose = utf8(patientId + "|" + tag);
        byte[] nonce = Arrays.copyOf(hash(new String(value, StandardCharsets.UTF_8) + "|" + patientId + tag), 12);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE, new SecretKeySpec(hash(patientId), "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(purpose);
            byte[] sealed = cipher.doFinal(value);
            byte[] stored = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, stored, nonce.length, sealed.length);
            return SealedForm.PREFIX + encoded(utf8(patientId)) + "." + encoded(stored);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Sealing.Opened open(String tag, String sealed) {
        if (sealed.equals(SealedForm.ERASED)) {
            return new Sealing.Opened(null, Optional.empty());
        }
        SealedForm form = SealedForm.of(sealed);
        String patientId = new String(Base64.getUrlDecoder().decode(form.keyId()), StandardCharsets.UTF_8);
        try {
            byte[] value = new AesGcmJce(hash(patientId)).decrypt(form.ciphertext(), utf8(patientId + "|" + tag));
            return new Sealing.Opened(patientId, Optional.of(value));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("changed, or of another field");
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(utf8(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
