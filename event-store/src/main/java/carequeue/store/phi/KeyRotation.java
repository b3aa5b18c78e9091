package carequeue.store.phi;

import carequeue.store.phi.EpochRows.Epoch;
import carequeue.store.phi.KeyEpochs.Current;
import carequeue.store.phi.KeyRows.Wrapped;
import java.security.GeneralSecurityException;
import java.time.YearMonth;
import java.util.List;

/** Changes the keys above the patients' own: history stays as it is, byte for byte. */
public final class KeyRotation {

    private final KeyDatabase database;
    private final KeyEpochs epochs;
    private final MasterKeys masters;

    KeyRotation(KeyDatabase database, KeyEpochs epochs, MasterKeys masters) {
        this.database = database;
        this.epochs = epochs;
        this.masters = masters;
    }

    /**
     * An epoch of patients' keys as it stands.
     *
     * @param masterKey the name of the master key that wraps it
     * @param patients how many patients' keys it wraps
     */
    public record State(long epoch, YearMonth month, String masterKey, long patients, boolean destroyed) {}

    /** Every epoch there ever was, the oldest first. */
    public List<State> epochs() {
        return database.in(EpochRows::states);
    }

    /** Begins a new epoch before its month; answers its number. */
    public long openEpoch() {
        return epochs.open();
    }

    /** Wraps every epoch's key by the current master key; answers how many were wrapped by a former one, which can go when none fails. */
    public int toCurrentMaster() {
        int moved = 0;
        for (Epoch epoch : database.in(EpochRows::living)) {
            if (!epoch.masterKey().equals(masters.current())) {
                byte[] key = masters.unwrap(epoch.masterKey(), epoch.wrapped(), epoch.purpose());
                byte[] wrapped = masters.wrap(key, epoch.purpose());
                moved += database.in(jdbc -> EpochRows.rewrap(jdbc, epoch, masters.current(), wrapped));
            }
        }
        return moved;
    }

    /**
     * Wraps the patient keys of an old epoch by the current one's and destroys its key: what was erased can then not be had from old copies of the
     * keys' tables either. Answers how many keys moved.
     */
    public int retireEpoch(long number) {
        Current to = epochs.turn();
        if (to.number() == number) {
            throw new IllegalArgumentException("epoch " + number + " is the current one: open another first");
        }
        epochs.key(number);
        return database.in(jdbc -> {
            // Nobody adds a key to it from here on.
            EpochRows.destroy(jdbc, number);
            List<Wrapped> keys = KeyRows.ofEpoch(jdbc, number);
            KeyRows.move(
                    jdbc,
                    keys.stream()
                            .map(key -> wrap(in(key, to), unwrap(key, epochs), to))
                            .toList());
            return keys.size();
        });
    }

    static Wrapped wrap(Wrapped bare, byte[] key, Current epoch) {
        try {
            return new Wrapped(
                    bare.id(), bare.patientId(), epoch.number(), epoch.key().encrypt(key, bare.purpose()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a patient's key could not be wrapped", e);
        }
    }

    static byte[] unwrap(Wrapped row, KeyEpochs epochs) {
        try {
            return epochs.key(row.epoch()).decrypt(row.wrapped(), row.purpose());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key " + row.id() + " was changed, or is of another epoch");
        }
    }

    private static Wrapped in(Wrapped key, Current epoch) {
        return new Wrapped(key.id(), key.patientId(), epoch.number(), null);
    }
}
