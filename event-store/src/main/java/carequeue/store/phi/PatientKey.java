package carequeue.store.phi;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.DeterministicAead;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * A patient's own key, ready for use.
 *
 * @param id by which sealed values name it
 * @param key for history; null once destroyed, like the one for columns
 */
record PatientKey(String id, String patientId, Aead key, DeterministicAead forColumns) {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    boolean destroyed() {
        return key == null;
    }

    static PatientKey of(String id, String patientId, byte[] key) {
        return new PatientKey(id, patientId, Aes.of(key), Aes.forColumns(key));
    }

    String seal(String tag, byte[] value) {
        try {
            return SealedForm.PREFIX + id + "." + ENCODER.encodeToString(key.encrypt(value, purpose(tag)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a personal value could not be sealed", e);
        }
    }

    String column(String tag, byte[] value) {
        try {
            return SealedForm.COLUMN_PREFIX
                    + id
                    + "."
                    + ENCODER.encodeToString(forColumns.encryptDeterministically(value, purpose(tag)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a personal value could not be sealed", e);
        }
    }

    /** Fails when the value was changed, or belongs to another field. */
    byte[] open(String tag, SealedForm sealed) throws GeneralSecurityException {
        return sealed.column()
                ? forColumns.decryptDeterministically(sealed.ciphertext(), purpose(tag))
                : key.decrypt(sealed.ciphertext(), purpose(tag));
    }

    private byte[] purpose(String tag) {
        return Aes.utf8(patientId + "|" + tag);
    }

    @Override
    public String toString() {
        return "[key " + id + "]";
    }
}
