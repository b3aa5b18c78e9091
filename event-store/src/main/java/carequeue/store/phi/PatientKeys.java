package carequeue.store.phi;

import carequeue.api.Sealing;
import carequeue.store.phi.KeyRows.Wrapped;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.subtle.Random;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** Every patient's own key: made at first use, kept in memory for a while, gone for ever once the patient is erased. */
public final class PatientKeys {

    /** How long a node that hears nothing may go on with a key that another node destroyed. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private static final int KEPT_AT_MOST = 20_000;
    private static final int TRIES = 5;

    private final KeyDatabase database;
    private final KeyEpochs epochs;
    private final Cache<String, PatientKey> byPatient = cache();
    private final Cache<String, PatientKey> byId = cache();

    PatientKeys(KeyDatabase database, KeyEpochs epochs) {
        this.database = database;
        this.epochs = epochs;
    }

    /** The sealed form of a value. Whoever was erased stays so: what is said of them later is stored as erased. */
    public String seal(String patientId, String tag, byte[] value) {
        PatientKey key = byPatient.get(patientId, this::foundOrMade);
        return key.destroyed() ? SealedForm.ERASED : key.seal(tag, value);
    }

    /** The same for a column of a row that is built from history: the same value always gives the same. */
    public String column(String patientId, String tag, byte[] value) {
        PatientKey key = byPatient.get(patientId, this::foundOrMade);
        return key.destroyed() ? SealedForm.ERASED : key.column(tag, value);
    }

    /**
     * What is under a seal.
     *
     * @throws KeysUnavailable when it cannot be known just now
     * @throws IllegalArgumentException when it is no sealed value of this field
     */
    public Sealing.Opened open(String tag, String sealed) {
        if (sealed.equals(SealedForm.ERASED)) {
            return new Sealing.Opened(null, Optional.empty());
        }
        SealedForm form = SealedForm.of(sealed);
        PatientKey key = byId.get(form.keyId(), this::found);
        try {
            return new Sealing.Opened(
                    key.patientId(), key.destroyed() ? Optional.empty() : Optional.of(key.open(tag, form)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a stored personal value was changed, or belongs to another field");
        }
    }

    /** Forgets what is kept in memory of a patient's key. */
    void forget(String patientId) {
        byPatient.invalidate(patientId);
        byId.asMap().values().removeIf(key -> key.patientId().equals(patientId));
    }

    /** Forgets all that is kept in memory. */
    void forgetAll() {
        byPatient.invalidateAll();
        byId.invalidateAll();
    }

    static String newId() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Random.randBytes(16));
    }

    private PatientKey found(String keyId) {
        return ready(database.in(jdbc -> KeyRows.find(jdbc, keyId))
                .orElseThrow(
                        () -> new IllegalArgumentException("the key " + keyId + " of a personal value is missing")));
    }

    private PatientKey foundOrMade(String patientId) {
        Optional<Wrapped> row = database.in(jdbc -> KeyRows.ofPatient(jdbc, patientId));
        // Not made when another node retired the epoch meanwhile: then there is a newer one.
        for (int i = 0; row.isEmpty() && i < TRIES; i++) {
            KeyEpochs.Current epoch = i == 0 ? epochs.current() : epochs.turn();
            row = made(patientId, epoch);
        }
        return ready(row.orElseThrow(() -> new KeysUnavailable("A new patient's key could not be made.", null)));
    }

    private Optional<Wrapped> made(String patientId, KeyEpochs.Current epoch) {
        Wrapped bare = new Wrapped(newId(), patientId, epoch.number(), null);
        Wrapped key = KeyRotation.wrap(bare, Aes.newKey(), epoch);
        return database.in(jdbc -> {
            KeyRows.insert(jdbc, key);
            return KeyRows.ofPatient(jdbc, patientId);
        });
    }

    private PatientKey ready(Wrapped row) {
        return row.wrapped() == null
                ? new PatientKey(row.id(), row.patientId(), null, null)
                : PatientKey.of(row.id(), row.patientId(), KeyRotation.unwrap(row, epochs));
    }

    private static Cache<String, PatientKey> cache() {
        return Caffeine.newBuilder()
                .maximumSize(KEPT_AT_MOST)
                .expireAfterWrite(KEPT)
                .build();
    }
}
