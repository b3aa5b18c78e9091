package carequeue.app.phi;

import carequeue.app.start.CannotStart;
import carequeue.app.start.DataDirectory;
import carequeue.app.start.Keys;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;

/** The master key for development: a keyset in the data directory, or one that all nodes of a given database derive from their secret. */
final class LocalMaster {

    private LocalMaster() {}

    /** The keyset of that name in the data directory, made at first use and readable by its owner only. */
    static Aead file(DataDirectory data, String name) {
        try {
            AeadConfig.register();
            String keyset = data.secret(name + ".keyset", LocalMaster::newKeyset);
            return TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new CannotStart("The file " + data.resolve(name + ".keyset") + " holds no keyset.", e);
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

    private static String newKeyset() {
        try {
            KeysetHandle keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a keyset could not be made", e);
        }
    }
}
