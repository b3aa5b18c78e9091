package carequeue.adapter.ehr.oauth;

import carequeue.adapter.secrets.Secret;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** Keys as they are handed to us, made anew for each test. */
final class Keys {

    private Keys() {}

    static KeyPair rsa(int bits) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    static KeyPair ec(String curve) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    static String pem(KeyPair pair) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    static OAuthSettings signing(String pem) {
        return new OAuthSettings(
                null, "the-clinic", null, null, Secret.of(pem), null, null, null, null, null, null, null);
    }

    static OAuthSettings secret(String id, String secret, OAuthSettings.ClientAuth how) {
        return new OAuthSettings(
                null, id, Secret.of(secret), how, null, null, null, null, null, null, "system/*.rs", null);
    }
}
