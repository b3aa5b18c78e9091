package carequeue.adapter.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.adapter.access.Access;
import carequeue.adapter.access.AccessSettings;
import carequeue.adapter.inbound.StandardWebhooks;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key and a webhook's secret are changed under a stream of calls in and out, three times, either side first: none is refused. */
class RotationTest {

    @TempDir
    Path directory;

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger out = new AtomicInteger();
    private final AtomicInteger in = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private volatile Set<String> known = Set.of("key-0");
    private volatile String signing = "c2VjcmV0LTA=";
    private HttpServer partner;

    @BeforeEach
    void open() throws IOException {
        partner = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        partner.createContext("/", this::answer);
        partner.start();
        write("partner", "key-0");
        write("hook", signing);
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean isKnown = known.contains(exchange.getRequestHeaders().getFirst("X-API-Key"));
        exchange.sendResponseHeaders(isKnown ? 204 : 401, -1);
        exchange.close();
    }

    private void write(String name, String value) throws IOException {
        Path next = Files.writeString(directory.resolve(".next"), value + "\n");
        Files.move(next, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @AfterEach
    void stop() {
        over.set(true);
        threads.shutdownNow();
        partner.stop(0);
    }

    @Test
    void noCallAndNoWebhookIsRefusedWhileSecretsAreChanged() throws Exception {
        var settings =
                new SecretSettings(SecretSettings.Kind.FILES, null, null, null, Duration.ofHours(24), null, null, null);
        var secrets =
                new Secrets(new FileSecrets(directory), settings, new OwnEnvironment("staging"), Clock.systemUTC());
        Secret key = secrets.bound(Secret.of("secret:partner"), "carequeue.claims.api-key");
        Secret hook = secrets.bound(Secret.of("secret:hook"), "carequeue.mail.webhook-secret");
        var http = HttpClient.newHttpClient();
        var access = new Access(
                "claims", new AccessSettings(key, "X-API-Key", "", null, null, null, null), http, Clock.systemUTC());
        var door = new StandardWebhooks(List.of(hook));
        for (int i = 0; i < 2; i++) {
            threads.submit(() -> stream(() -> call(http, access), out));
            threads.submit(() -> stream(() -> hear(door), in));
        }
        for (int turn = 1; turn <= 3; turn++) {
            change(turn);
        }
        over.set(true);
        assertThat(refused).as("of %s calls and %s webhooks", out, in).hasValue(0);
        assertThat(secrets.uses().take()).extracting(Uses.Use::name).contains("partner", "hook");
    }

    /** First our store has the new one and the partner does not know it; then only the new one is good. */
    private void change(int turn) throws Exception {
        goOn();
        write("partner", "key-" + turn);
        goOn();
        known = Set.of("key-" + (turn - 1), "key-" + turn);
        goOn();
        known = Set.of("key-" + turn);
        goOn();
        String next = Base64.getEncoder().encodeToString(("secret-" + turn).getBytes(StandardCharsets.UTF_8));
        write("hook", next);
        goOn();
        signing = next;
        goOn();
    }

    private void goOn() {
        int calls = out.get();
        int webhooks = in.get();
        // Longer than the pause that is made between two reads of the store.
        Instant later = Instant.now().plusMillis(1100);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> Instant.now().isAfter(later) && out.get() > calls + 20 && in.get() > webhooks + 20);
    }

    private void stream(java.util.function.BooleanSupplier one, AtomicInteger count) {
        while (!over.get()) {
            boolean good = one.getAsBoolean();
            if (!over.get()) {
                refused.addAndGet(good ? 0 : 1);
                count.incrementAndGet();
            }
        }
    }

    private boolean call(HttpClient http, Access access) {
        Map<String, String> headers = access.headers();
        int status = send(http, headers);
        return (status == 401 && access.renew(headers) ? send(http, access.headers()) : status) == 204;
    }

    private int send(HttpClient http, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(
                URI.create("http://localhost:" + partner.getAddress().getPort()));
        headers.forEach(request::header);
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException e) {
            return over.get() ? 204 : 0;
        }
    }

    private boolean hear(StandardWebhooks door) {
        Instant now = Instant.now();
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        String at = Long.toString(now.getEpochSecond());
        return door.signed("id", at, signature(at, body), body, now);
    }

    private String signature(String at, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(signing), "HmacSHA256"));
            mac.update(("id." + at + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
