package carequeue.store.phi;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * A patient's own key, ready for use; null once destroyed.
 *
 * @param id by which sealed values name it
 */
record PatientKey(String id, String patientId, Aead key) {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    boolean destroyed() {
        return key == null;
    }

    String seal(String tag, byte[] value) {
        try {
            return SealedForm.PREFIX + id + "." + ENCODER.encodeToString(key.encrypt(value, purpose(tag)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a personal value could not be sealed", e);
        }
    }

    /** Fails when the value was changed, or belongs to another field. */
    byte[] open(String tag, byte[] sealed) throws GeneralSecurityException {
        return key.decrypt(sealed, purpose(tag));
    }

    private byte[] purpose(String tag) {
        return Aes.utf8(patientId + "|" + tag);
    }

    @Override
    public String toString() {
        return "[key " + id + "]";
    }
}
