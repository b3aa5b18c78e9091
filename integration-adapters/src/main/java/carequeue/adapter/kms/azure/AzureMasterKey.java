package carequeue.adapter.kms.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.security.keyvault.keys.cryptography.CryptographyClient;
import com.azure.security.keyvault.keys.cryptography.CryptographyClientBuilder;
import com.azure.security.keyvault.keys.cryptography.models.KeyWrapAlgorithm;
import com.azure.security.keyvault.keys.cryptography.models.WrapResult;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A master key that never leaves Azure Key Vault. The vault wraps keys but binds them to no purpose, so it wraps one that does.
 *
 * <p>Source: Azure Key Vault REST API 7.x, Wrap Key and Unwrap Key.
 */
public final class AzureMasterKey implements Aead {

    private static final KeyWrapAlgorithm ALGORITHM = KeyWrapAlgorithm.RSA_OAEP_256;
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final String key;
    private final TokenCredential credential;
    private final HttpClient http;
    private final Map<String, CryptographyClient> clients = new ConcurrentHashMap<>();

    /**
     * The key of an address such as {@code https://clinic.vault.azure.net/keys/carequeue}, with or without a version, with the credentials that
     * Azure's own tools would find.
     *
     * @throws IllegalArgumentException when it is no address of a key
     */
    public AzureMasterKey(String address) {
        this(address, new DefaultAzureCredentialBuilder().httpClient(client()).build(), client());
    }

    AzureMasterKey(String address, TokenCredential credential, HttpClient http) {
        if (!address.matches("https://[^/]+/keys/[0-9A-Za-z-]+(/[0-9A-Za-z]+)?")) {
            throw new IllegalArgumentException("no address of a key");
        }
        this.key = address;
        this.credential = credential;
        this.http = http;
    }

    @Override
    public byte[] encrypt(byte[] plaintext, byte[] purpose) throws GeneralSecurityException {
        byte[] own = Random.randBytes(32);
        WrapResult wrapped = asked(() -> client(key).wrapKey(ALGORITHM, own));
        byte[] ciphertext = new AesGcmJce(own).encrypt(plaintext, purpose);
        return new Envelope(wrapped.getKeyId(), wrapped.getEncryptedKey(), ciphertext).bytes();
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] purpose) throws GeneralSecurityException {
        Envelope envelope = Envelope.of(ciphertext);
        if (!name(envelope.version()).equals(name(key))) {
            throw new GeneralSecurityException("wrapped by another key of Azure Key Vault");
        }
        byte[] own = asked(() -> client(envelope.version()).unwrapKey(ALGORITHM, envelope.wrappedKey()))
                .getKey();
        return new AesGcmJce(own).decrypt(envelope.ciphertext(), purpose);
    }

    /** The address without a version. */
    private static String name(String address) {
        String[] parts = address.split("/");
        return parts.length < 5 ? "" : String.join("/", parts[2], parts[3], parts[4]);
    }

    private static <T> T asked(Supplier<T> call) throws GeneralSecurityException {
        try {
            return call.get();
        } catch (HttpResponseException e) {
            int status = e.getResponse() == null ? 0 : e.getResponse().getStatusCode();
            throw new GeneralSecurityException("Azure Key Vault refused: " + status);
        } catch (RuntimeException e) {
            // Azure's library lets those of its parts through as they are.
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new GeneralSecurityException(
                    "Azure Key Vault does not answer: " + cause.getClass().getSimpleName());
        }
    }

    private CryptographyClient client(String version) {
        return clients.computeIfAbsent(
                version,
                address -> new CryptographyClientBuilder()
                        .keyIdentifier(address)
                        .credential(credential)
                        .httpClient(http)
                        .retryOptions(new RetryOptions(new FixedDelayOptions(1, Duration.ofMillis(200))))
                        .buildClient());
    }

    private static HttpClient client() {
        return new JdkHttpClientBuilder()
                .connectionTimeout(CONNECT)
                .responseTimeout(ANSWER)
                .readTimeout(ANSWER)
                .build();
    }
}
