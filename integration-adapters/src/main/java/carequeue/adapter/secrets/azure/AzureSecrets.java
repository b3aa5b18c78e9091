package carequeue.adapter.secrets.azure;

import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.secrets.SecretStore;
import carequeue.adapter.secrets.Stored;
import com.azure.core.credential.TokenCredential;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.exception.ResourceNotFoundException;
import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.security.keyvault.secrets.SecretClient;
import com.azure.security.keyvault.secrets.SecretClientBuilder;
import com.azure.security.keyvault.secrets.models.KeyVaultSecret;
import com.azure.security.keyvault.secrets.models.SecretProperties;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Optional;

/**
 * Secrets in Azure Key Vault, named {@code <environment>-carequeue-<name>}; the newest version that is enabled counts, the one before it is the value before.
 *
 * <p>Source: Azure Key Vault REST API 7.x, Get Secret and Get Secret Versions.
 */
public final class AzureSecrets implements SecretStore {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final String prefix;
    private final SecretClient client;

    /**
     * The vault of an address such as {@code https://clinic.vault.azure.net}, with the credentials that Azure's own tools would find.
     *
     * @throws IllegalArgumentException when it is no address of a vault
     */
    public AzureSecrets(String vault, String prefix) {
        this(
                vault,
                prefix,
                new DefaultAzureCredentialBuilder().httpClient(http()).build(),
                http());
    }

    AzureSecrets(String vault, String prefix, TokenCredential credential, HttpClient http) {
        if (!vault.matches("https://[^/]+/?")) {
            throw new IllegalArgumentException(
                    "CAREQUEUE_SECRETS_URL is no address of an Azure Key Vault, such as https://clinic.vault.azure.net");
        }
        this.prefix = prefix;
        this.client = new SecretClientBuilder()
                .vaultUrl(vault)
                .credential(credential)
                .httpClient(http)
                .retryOptions(new RetryOptions(new FixedDelayOptions(1, Duration.ofMillis(200))))
                .buildClient();
    }

    @Override
    public String source() {
        return "azure";
    }

    @Override
    public Stored read(String name) {
        try {
            KeyVaultSecret now = client.getSecret(prefix + name);
            Optional<SecretProperties> before = before(now);
            return new Stored(
                    version(now),
                    before.map(it -> version(client.getSecret(prefix + name, it.getVersion())))
                            .orElse(null));
        } catch (ResourceNotFoundException e) {
            throw new OutsideFailure.NotThere(SECRETS, "has nothing in Azure under " + prefix + name);
        } catch (HttpResponseException e) {
            throw refused(e);
        } catch (RuntimeException e) {
            // Azure's library lets those of its parts through as they are.
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new OutsideFailure.Unavailable(
                    SECRETS,
                    "cannot be read: Azure does not answer (" + cause.getClass().getSimpleName() + ")");
        }
    }

    private Optional<SecretProperties> before(KeyVaultSecret now) {
        OffsetDateTime made = now.getProperties().getCreatedOn();
        return client.listPropertiesOfSecretVersions(now.getName()).stream()
                .filter(it -> !it.getVersion().equals(now.getProperties().getVersion()))
                .filter(it -> !Boolean.FALSE.equals(it.isEnabled()) && it.getCreatedOn() != null)
                .filter(it -> made == null || !it.getCreatedOn().isAfter(made))
                .max(Comparator.comparing(SecretProperties::getCreatedOn));
    }

    private static Stored.Version version(KeyVaultSecret secret) {
        OffsetDateTime made = secret.getProperties().getCreatedOn();
        Instant since = made == null ? null : made.toInstant();
        return new Stored.Version(secret.getValue(), secret.getProperties().getVersion(), since);
    }

    private static OutsideFailure refused(HttpResponseException e) {
        int status = e.getResponse() == null ? 0 : e.getResponse().getStatusCode();
        String what = "cannot be read: Azure answered " + status;
        return status == 0 || status >= 500 || status == 429
                ? new OutsideFailure.Unavailable(SECRETS, what)
                : new OutsideFailure.Rejected(SECRETS, what);
    }

    private static HttpClient http() {
        return new JdkHttpClientBuilder()
                .connectionTimeout(CONNECT)
                .responseTimeout(ANSWER)
                .readTimeout(ANSWER)
                .build();
    }
}
