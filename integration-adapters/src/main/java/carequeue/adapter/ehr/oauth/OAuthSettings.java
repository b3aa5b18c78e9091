package carequeue.adapter.ehr.oauth;

import carequeue.adapter.secrets.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How we show the EHR who we are. Without a client identifier nothing is shown, as the sandbox's generic server wants it.
 *
 * @param tokenUrl where tokens are given; by default the EHR is asked for it
 * @param clientId our name at the EHR
 * @param clientSecret the secret of RFC 6749; a private key goes before it
 * @param clientAuth how the secret is sent; by default as the EHR says, and else by HTTP Basic
 * @param privateKey our key as PEM (PKCS#8), RSA or EC on P-384
 * @param privateKeyFile a file that holds it; read anew for every token, so that a key can be changed without a restart
 * @param keyId the key's name; by default its thumbprint (RFC 7638)
 * @param previousKey the key before, which is published for a while
 * @param scope what we ask for; by default what the vendor's server knows
 * @param audience of the assertion; by default the address of the tokens
 */
@ConfigurationProperties("carequeue.ehr")
public record OAuthSettings(
        String tokenUrl,
        String clientId,
        Secret clientSecret,
        ClientAuth clientAuth,
        Secret privateKey,
        String privateKeyFile,
        String keyId,
        Secret previousKey,
        String previousKeyFile,
        String previousKeyId,
        String scope,
        String audience) {

    /** How a secret is sent. */
    public enum ClientAuth {
        CLIENT_SECRET_BASIC,
        CLIENT_SECRET_POST
    }

    /** Nobody asks who we are. */
    public static final OAuthSettings NONE =
            new OAuthSettings(null, null, null, null, null, null, null, null, null, null, null, null);

    public OAuthSettings {
        boolean means = Secret.given(clientSecret) || Secret.given(privateKey) || given(privateKeyFile);
        if (given(clientId) && !means) {
            throw new IllegalStateException(
                    "carequeue.ehr.client-id is set, but neither client-secret nor private-key nor private-key-file"
                            + " is");
        }
    }

    /** Whether the EHR is to be shown who we are. */
    public boolean used() {
        return given(clientId);
    }

    /** Whether we sign instead of sending a secret. */
    boolean signs() {
        return Secret.given(privateKey) || given(privateKeyFile);
    }

    /** The keys and secrets are in no text of ours. */
    @Override
    public String toString() {
        return "OAuthSettings[" + clientId + "]";
    }

    static boolean given(String value) {
        return value != null && !value.isBlank();
    }
}
