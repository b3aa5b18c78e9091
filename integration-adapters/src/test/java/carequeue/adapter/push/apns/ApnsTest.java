package carequeue.adapter.push.apns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import carequeue.adapter.push.Device;
import carequeue.adapter.push.PushBench;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.secrets.Secret;
import com.eatthepath.pushy.apns.ApnsClientBuilder;
import com.eatthepath.pushy.apns.server.MockApnsServer;
import com.eatthepath.pushy.apns.server.MockApnsServerBuilder;
import com.eatthepath.pushy.apns.server.PushNotificationHandler;
import com.eatthepath.pushy.apns.server.RejectedNotificationException;
import com.eatthepath.pushy.apns.server.RejectionReason;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Apple's push service, as pushy's own server plays it: over HTTP/2 and TLS, with its reasons of refusal. */
class ApnsTest {

    private static final Device PHONE = new Device("apns", null, null, null, "a".repeat(64));

    @TempDir
    Path directory;

    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private volatile RejectionReason refusal;
    private MockApnsServer apple;
    private Apns apns;

    @BeforeEach
    void start() throws Exception {
        KeyStore store = certificate();
        X509Certificate certificate = (X509Certificate) store.getCertificate("apple");
        apple = new MockApnsServerBuilder()
                .setServerCredentials(
                        new X509Certificate[] {certificate},
                        (PrivateKey) store.getKey("apple", "changeit".toCharArray()),
                        null)
                .setHandlerFactory(session -> handler())
                .build();
        int port = apple.start(0).get();
        apns = new Apns(
                new ApnsSettings("localhost", port, "TEAM", "KEY", Secret.of(key()), "example.clinic"),
                PushBench.guards(),
                new ApnsClientBuilder().setTrustedServerCertificateChain(certificate));
    }

    @AfterEach
    void stop() {
        apns.destroy();
        apple.shutdown();
    }

    private PushNotificationHandler handler() {
        return (headers, payload) -> {
            heads.add(headers.path() + " " + headers.get("apns-id") + " " + headers.get("apns-topic"));
            bodies.add(payload.toString(StandardCharsets.UTF_8));
            if (refusal != null) {
                throw new RejectedNotificationException(refusal);
            }
        };
    }

    private KeyStore certificate() throws Exception {
        Path file = directory.resolve("apple.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        new ProcessBuilder(List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "apple",
                        "-keyalg",
                        "RSA",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "changeit",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost"))
                .start()
                .waitFor();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, "changeit".toCharArray());
        }
        return store;
    }

    private static String key() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                + "\n-----END PRIVATE KEY-----\n";
    }

    @Test
    void aMessageGoesToTheDeviceUnderItsName() {
        var sent = apns.send(PHONE, PushBench.push(), PushBench.call());
        assertThat(sent.providerId()).isEqualTo(PushBench.push().name().toString());
        assertThat(heads)
                .containsExactly(
                        "/3/device/" + "a".repeat(64) + " " + PushBench.push().name() + " example.clinic");
        assertThat(bodies.get(0)).contains("\"title\":\"Main\"", "\"body\":\"It is your turn.\"", "/webhooks/push/");
    }

    @Test
    void whatApplesReasonsMean() {
        refusal = RejectionReason.UNREGISTERED;
        assertThat(apns.send(PHONE, PushBench.push(), PushBench.call()).code()).isEqualTo("gone");
        refusal = RejectionReason.BAD_DEVICE_TOKEN;
        assertThat(apns.send(PHONE, PushBench.push(), PushBench.call()).code()).isEqualTo("gone");
        refusal = RejectionReason.PAYLOAD_TOO_LARGE;
        assertThat(apns.send(PHONE, PushBench.push(), PushBench.call()).code()).isEqualTo("PayloadTooLarge");
        refusal = RejectionReason.TOO_MANY_REQUESTS;
        assertThat(catchThrowable(() -> apns.send(PHONE, PushBench.push(), PushBench.call())))
                .isInstanceOf(OutsideFailure.Unavailable.class);
    }
}
