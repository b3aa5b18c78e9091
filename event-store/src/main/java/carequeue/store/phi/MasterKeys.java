package carequeue.store.phi;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The master keys, outside the database, that wrap the key of each epoch: the current one, and former ones that are still read.
 *
 * @param current the name of the one that wraps from now on
 * @param all every one by its name
 */
public record MasterKeys(String current, Map<String, Aead> all) {

    /** Keeps its own copy. */
    public MasterKeys {
        all = Map.copyOf(all);
        if (!all.containsKey(current)) {
            throw new IllegalArgumentException("the current master key " + current + " is not among " + all.keySet());
        }
    }

    /** Only one master key. */
    public static MasterKeys of(String name, Aead key) {
        return new MasterKeys(name, Map.of(name, key));
    }

    /** These, and one more that is only read. */
    public MasterKeys andFormer(String name, Aead key) {
        Map<String, Aead> more = new LinkedHashMap<>(all);
        more.putIfAbsent(name, key);
        return new MasterKeys(current, more);
    }

    byte[] wrap(byte[] key, byte[] purpose) {
        try {
            return all.get(current).encrypt(key, purpose);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new KeysUnavailable("The master key " + current + " cannot be used now.", e);
        }
    }

    byte[] unwrap(String name, byte[] wrapped, byte[] purpose) {
        Aead key = Optional.ofNullable(all.get(name))
                .orElseThrow(() -> new KeysUnavailable(
                        "The master key " + name + ", which wraps keys of this database, is not among those given.",
                        null));
        try {
            return key.decrypt(wrapped, purpose);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new KeysUnavailable(
                    "The master key " + name + " cannot be used now, or is not the one of this database.", e);
        }
    }

    @Override
    public String toString() {
        return "[master keys " + all.keySet() + "]";
    }
}
