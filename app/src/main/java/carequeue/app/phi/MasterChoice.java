package carequeue.app.phi;

import carequeue.adapter.kms.aws.AwsMasterKey;
import carequeue.adapter.kms.azure.AzureMasterKey;
import carequeue.app.start.CannotStart;
import carequeue.app.start.CareQueueSettings;
import carequeue.app.start.DataDirectory;
import carequeue.app.start.Keys;
import com.google.crypto.tink.Aead;
import java.util.function.Supplier;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Finds a master key by the kind of its keeper and its name there. */
final class MasterChoice {

    private static final String FILE = "master";

    private final CareQueueSettings settings;
    private final PhiSettings phi;
    private final DataDirectory data;
    private final Keys keys;
    private final boolean production;

    MasterChoice(CareQueueSettings settings, PhiSettings phi, DataDirectory data, Keys keys, Environment environment) {
        this.settings = settings;
        this.phi = phi;
        this.data = data;
        this.keys = keys;
        this.production = environment.acceptsProfiles(Profiles.of("production"));
    }

    /** Under which name the database notes who wrapped what. */
    String name(String kind, String key) {
        if (!kind.equals("local")) {
            return kind + ":" + key;
        }
        return derived(key) ? "local:secret" : "local:" + (blank(key) ? FILE : key);
    }

    Aead key(String kind, String key) {
        return switch (kind) {
            case "local" -> local(key);
            case "aws" -> kept(() -> new AwsMasterKey(key, phi.endpoint()), "the ARN of an AWS KMS key");
            case "azure" -> kept(() -> new AzureMasterKey(key), "the address of a key in an Azure Key Vault");
            default ->
                throw new CannotStart(
                        "CAREQUEUE_PHI_MASTER names " + kind + ", which there is not: choose local, aws or azure.");
        };
    }

    private static Aead kept(Supplier<Aead> keeper, String what) {
        try {
            return keeper.get();
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new CannotStart("CAREQUEUE_PHI_MASTER_KEY, or a former one, is not " + what + ".", e);
        }
    }

    private Aead local(String key) {
        if (production) {
            throw new CannotStart("In production the master key is kept by a key service:"
                    + " set CAREQUEUE_PHI_MASTER to aws or azure, and CAREQUEUE_PHI_MASTER_KEY.");
        }
        if (!blank(key) && !key.matches("[a-z0-9][a-z0-9-]*")) {
            throw new CannotStart("A local master key is named by small letters, digits and hyphens.");
        }
        return derived(key) ? LocalMaster.secret(keys) : LocalMaster.file(data, blank(key) ? FILE : key);
    }

    /** The nodes of a given database have their secret in common, but no directory. */
    private boolean derived(String key) {
        return blank(key) ? settings.database().given() : key.equals("secret");
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
