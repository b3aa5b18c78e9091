package carequeue.adapter.secrets.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.secrets.Stored;
import com.azure.core.credential.AccessToken;
import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Azure Key Vault over real HTTP: names by environment, the newest version that is enabled, and the one before it. */
class AzureSecretsTest {

    private static final AtomicInteger VAULTS = new AtomicInteger();

    // A name of its own for each test: Azure's library remembers which vaults have challenged it.
    private final String host = "secrets-" + VAULTS.incrementAndGet() + ".vault.azure.net";
    private final FakeVault vault = new FakeVault(host, "staging-carequeue-mail");
    private final AzureSecrets secrets = new AzureSecrets(
            "https://" + host,
            "staging-carequeue-",
            request -> Mono.just(
                    new AccessToken(FakeVault.TOKEN, OffsetDateTime.now().plusHours(1))),
            overLoopback());

    /** The vault's library speaks to https only; here its requests go to the fake. */
    private HttpClient overLoopback() {
        HttpClient real = new JdkHttpClientBuilder().build();
        return request -> real.send(
                request.copy().setUrl(url(vault.url() + request.getUrl().getFile())));
    }

    private static URL url(String text) {
        try {
            return URI.create(text).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @AfterEach
    void stop() {
        vault.stop();
    }

    @Test
    void theNewestVersionIsRead_andTheOneBeforeItUnlessItIsDisabled() {
        vault.put("aaa1", "oldest", 1493938410, true)
                .put("aaa2", "stolen", 1493938500, false)
                .put("aaa3", "now", 1493938900, true);
        Stored read = secrets.read("mail");
        assertThat(read.current().value()).isEqualTo("now");
        assertThat(read.current().id()).isEqualTo("aaa3");
        assertThat(read.current().since()).isEqualTo(Instant.ofEpochSecond(1493938900));
        assertThat(read.previous().value()).isEqualTo("oldest");
    }

    @Test
    void theFirstVersionHasNoneBefore() {
        vault.put("aaa1", "only", 1493938410, true);
        assertThat(secrets.read("mail").previous()).isNull();
    }

    @Test
    void whatIsNotThereNotAllowedOrAwayIsToldApart() {
        assertThatThrownBy(() -> secrets.read("mail"))
                .isInstanceOf(OutsideFailure.NotThere.class)
                .hasMessage("secrets has nothing in Azure under staging-carequeue-mail");
        vault.trouble = 403;
        assertThatThrownBy(() -> secrets.read("mail"))
                .isInstanceOf(OutsideFailure.Rejected.class)
                .hasMessage("secrets cannot be read: Azure answered 403");
        vault.stop();
        assertThatThrownBy(() -> secrets.read("mail"))
                .isInstanceOf(OutsideFailure.Unavailable.class)
                .hasMessageStartingWith("secrets cannot be read: Azure does not answer");
    }

    @Test
    void whatIsNoVaultIsRefused() {
        assertThatThrownBy(() ->
                        new AzureSecrets("http://clinic.vault.azure.net", "", request -> Mono.empty(), overLoopback()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
