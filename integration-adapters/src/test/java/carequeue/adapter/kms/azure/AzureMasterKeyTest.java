package carequeue.adapter.kms.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.security.GeneralSecurityException;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Azure Key Vault over real HTTP: the challenge for a token, what is sent, and what is said when it is away. */
class AzureMasterKeyTest {

    private static final AtomicInteger VAULTS = new AtomicInteger();

    // A name of its own for each test: Azure's library remembers which vaults have challenged it.
    private final String host = "clinic-" + VAULTS.incrementAndGet() + ".vault.azure.net";
    private final String address = "https://" + host + "/keys/carequeue";
    private static final byte[] PURPOSE = "carequeue epoch 7".getBytes();
    private static final byte[] SECRET = "a key of thirty-two bytes length".getBytes();

    private final FakeKeyVault vault = new FakeKeyVault(host, "carequeue");
    private final AzureMasterKey key = key(address);

    private AzureMasterKey key(String address) {
        return new AzureMasterKey(
                address,
                request -> Mono.just(
                        new AccessToken(FakeKeyVault.TOKEN, OffsetDateTime.now().plusHours(1))),
                overLoopback());
    }

    /** The vault's library speaks to https only; here its requests go to the fake. */
    private HttpClient overLoopback() {
        HttpClient real = new JdkHttpClientBuilder().build();
        return request -> {
            URL meant = request.getUrl();
            return real.send(request.copy().setUrl(url(vault.url() + meant.getFile())));
        };
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
    void whatItEncryptsItDecrypts_forThatPurposeOnly() throws GeneralSecurityException {
        byte[] wrapped = key.encrypt(SECRET, PURPOSE);

        assertThat(key.decrypt(wrapped, PURPOSE)).isEqualTo(SECRET);
        assertThat(key(address).decrypt(wrapped, PURPOSE)).isEqualTo(SECRET);
        assertThat(vault.asked()).contains("POST /keys/carequeue/v1/unwrapkey");
        assertThat(vault.challenges()).isPositive();
        assertThatThrownBy(() -> key.decrypt(wrapped, "another".getBytes()))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void aNewVersionOfTheKeyWraps_andTheOldOneStillUnwraps() throws GeneralSecurityException {
        byte[] before = key.encrypt(SECRET, PURPOSE);
        vault.newVersion();
        AzureMasterKey afterRestart = key(address);
        byte[] after = afterRestart.encrypt(SECRET, PURPOSE);

        assertThat(Envelope.of(after).version()).endsWith("/v2");
        assertThat(afterRestart.decrypt(before, PURPOSE)).isEqualTo(SECRET);
        assertThat(afterRestart.decrypt(after, PURPOSE)).isEqualTo(SECRET);
    }

    @Test
    void whatAnotherKeyWrappedIsNotSentThere() throws GeneralSecurityException {
        byte[] foreign = new Envelope("https://evil.example/keys/carequeue/v1", new byte[256], new byte[64]).bytes();
        assertThatThrownBy(() -> key.decrypt(foreign, PURPOSE)).hasMessageContaining("another key");
        assertThatThrownBy(() -> key.decrypt(new byte[] {0, 9, 1}, PURPOSE))
                .isInstanceOf(GeneralSecurityException.class);
        assertThat(vault.asked()).isEmpty();
    }

    @Test
    void whenItIsAwayThatIsSaid() {
        vault.stop();
        assertThatThrownBy(() -> key.encrypt(SECRET, PURPOSE))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessageStartingWith("Azure Key Vault does not answer");
    }

    @Test
    void whatIsNoAddressOfAKeyIsRefused() {
        assertThatThrownBy(() -> key("http://clinic.vault.azure.net/keys/carequeue"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> key("https://clinic.vault.azure.net/secrets/carequeue"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
