package carequeue.app.phi;

import carequeue.app.start.CannotStart;
import carequeue.app.start.DataDirectory;
import carequeue.app.start.Keys;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** The master key for development: a file in the data directory, or one that all nodes of a given database derive from their secret. */
final class LocalMaster {

    private LocalMaster() {}

    /** The key in the file of that name, made at first use and readable by its owner only. */
    static Aead file(DataDirectory data, String name) {
        try {
            return new AesGcmJce(Base64.getUrlDecoder().decode(data.secret(name + ".key", 32)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new CannotStart("The file " + data.resolve(name + ".key") + " holds no master key.", e);
        }
    }

    /** The one that follows from the nodes' common secret. */
    static Aead secret(Keys keys) {
        try {
            return new AesGcmJce(keys.derive("master key"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("32 bytes are a key", e);
        }
    }
}
