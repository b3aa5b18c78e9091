package carequeue.adapter.ehr.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.adapter.secrets.Secret;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are read from PEM, published without their secret, and changed without a restart. */
class ClientKeysTest {

    private static JWKSet published(ClientKeys keys) throws Exception {
        return JWKSet.parse(keys.published());
    }

    @Test
    void thePublicHalfIsTheKeysOwn() throws Exception {
        KeyPair rsa = Keys.rsa(2048);
        KeyPair ec = Keys.ec("secp384r1");
        var settings = new OAuthSettings(
                null,
                "c",
                null,
                null,
                Secret.of(Keys.pem(rsa)),
                null,
                "now",
                Secret.of(Keys.pem(ec)),
                null,
                "before",
                null,
                null);
        List<JWK> keys = published(new ClientKeys(settings)).getKeys();
        assertThat(keys).extracting(JWK::getKeyID).containsExactly("now", "before");
        assertThat(keys).extracting(key -> key.getAlgorithm().getName()).containsExactly("RS384", "ES384");
        assertThat(keys).noneMatch(JWK::isPrivate);
        assertThat(keys.get(0).toRSAKey().toRSAPublicKey()).isEqualTo(rsa.getPublic());
        assertThat(keys.get(1).toECKey().toECPublicKey()).isEqualTo(ec.getPublic());
    }

    @Test
    void aKeyOnOneLineIsReadAsEnvironmentsHoldIt() throws Exception {
        KeyPair pair = Keys.ec("secp384r1");
        var keys = new ClientKeys(Keys.signing(Keys.pem(pair).replace("\n", "\\n")));
        JWK key = published(keys).getKeys().get(0);
        assertThat(key.toECKey().toECPublicKey()).isEqualTo(pair.getPublic());
        assertThat(key.getKeyID()).isEqualTo(key.computeThumbprint().toString());
    }

    @Test
    void aKeyFileMayChangeWhileWeRun(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("key.pem"), Keys.pem(Keys.ec("secp384r1")));
        var settings =
                new OAuthSettings(null, "c", null, null, null, file.toString(), null, null, null, null, null, null);
        var keys = new ClientKeys(settings);
        String before = keys.current().jwk().getKeyID();
        Files.writeString(file, Keys.pem(Keys.rsa(2048)));
        assertThat(keys.current().jwk().getKeyID()).isNotEqualTo(before);
        assertThat(keys.current().algorithm().getName()).isEqualTo("RS384");
    }

    @Test
    void whatIsNoKeyIsSaidAtTheStartWithoutRepeatingIt() throws Exception {
        for (String pem : List.of("secret-thing", Keys.pem(Keys.rsa(1024)), Keys.pem(Keys.ec("secp256r1")))) {
            assertThatThrownBy(() -> new ClientKeys(Keys.signing(pem)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("carequeue.ehr.private-key is no PEM of PKCS#8")
                    .hasMessageNotContaining("secret-thing")
                    .hasNoCause();
        }
        assertThatThrownBy(() -> Keys.secret("only-a-name", null, null)).hasMessageContaining("client-secret");
    }

    @Test
    void withoutAKeyNothingIsPublished() {
        assertThat(new ClientKeys(OAuthSettings.NONE).published()).hasToString("{keys=[]}");
    }
}
