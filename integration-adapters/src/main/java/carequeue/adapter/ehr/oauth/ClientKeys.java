package carequeue.adapter.ehr.oauth;

import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.secrets.Secret;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our keys: the one we sign with and the one before, so that a server that has kept the old list goes on working. */
public final class ClientKeys {

    private static final Logger LOG = LoggerFactory.getLogger(ClientKeys.class);

    private final OAuthSettings settings;

    ClientKeys(OAuthSettings settings) {
        this.settings = settings;
        try {
            // What is no key is said at the start.
            published();
        } catch (OutsideFailure away) {
            LOG.warn("The key for the EHR cannot be read yet: {}", away.getMessage());
        }
    }

    /** The key we sign with. */
    ClientKey current() {
        return ours().get(0);
    }

    /** What may be signed with instead of a key that the server does not know yet or any more. */
    Optional<ClientKey> instead(ClientKey refused) {
        if (Secret.given(settings.privateKey())) {
            settings.privateKey().instead(refused.pem());
        }
        return ours().stream().filter(key -> !key.pem().equals(refused.pem())).findFirst();
    }

    // The second is the one before, as long as the secret's place says that it is good.
    private List<ClientKey> ours() {
        if (!Secret.given(settings.privateKey())) {
            return read(null, settings.privateKeyFile(), settings.keyId()).stream()
                    .toList();
        }
        List<String> pems = settings.privateKey().accepted();
        return IntStream.range(0, pems.size())
                .mapToObj(i -> ClientKey.read(pems.get(i), i == 0 ? settings.keyId() : settings.previousKeyId()))
                .toList();
    }

    /** The public halves, as a JWK Set (RFC 7517). */
    public Map<String, Object> published() {
        List<JWK> keys = Stream.concat(
                        ours().stream(),
                        read(settings.previousKey(), settings.previousKeyFile(), settings.previousKeyId()).stream())
                .map(ClientKey::jwk)
                .filter(Objects::nonNull)
                .toList();
        return new JWKSet(keys).toJSONObject(true);
    }

    private static Optional<ClientKey> read(Secret pem, String file, String name) {
        if (Secret.given(pem)) {
            return Optional.of(ClientKey.read(pem.value(), name));
        }
        return OAuthSettings.given(file) ? Optional.of(ClientKey.read(content(file), name)) : Optional.empty();
    }

    private static String content(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new IllegalStateException("The key file " + file + " of the EHR cannot be read", e);
        }
    }
}
