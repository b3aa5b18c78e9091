package carequeue.adapter.push;

import static org.mockito.Mockito.mock;

import carequeue.adapter.message.Call;
import carequeue.adapter.message.MessageBench;
import carequeue.adapter.message.Way;
import carequeue.adapter.push.web.WebPush;
import carequeue.adapter.push.web.WebPushSettings;
import carequeue.adapter.resilience.Guards;
import carequeue.adapter.resilience.HealthBook;
import carequeue.adapter.secrets.Secret;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A push message and what stands around its call. */
public final class PushBench {

    private PushBench() {}

    public static Guards guards() {
        return new Guards(
                CircuitBreakerRegistry.ofDefaults(),
                BulkheadRegistry.ofDefaults(),
                TimeLimiterRegistry.of(TimeLimiterConfig.custom()
                        .timeoutDuration(Duration.ofSeconds(10))
                        .build()),
                RetryRegistry.ofDefaults(),
                new HealthBook(event -> {}, Clock.systemUTC()));
    }

    public static Push push() {
        return new Push(
                UUID.fromString("11111111-2222-3333-4444-555555555555"),
                "Main",
                "It is your turn.",
                "https://clinic.example/p/x",
                "https://clinic.example/webhooks/push/n1/1/x",
                Instant.now().plusSeconds(60));
    }

    public static Call call() {
        return mock(Call.class);
    }

    /** The way by push, with the sandbox's push service. */
    public static Way way(MessageBench bench) throws Exception {
        var web = new WebPush(settings(bench.sandbox.url()), bench.guards, Clock.systemUTC());
        return new PushWay(List.of(web), bench.settings, bench.pages, new Receipts(bench.sealing, bench.ours));
    }

    /** A new browser at the sandbox's push service. */
    public static String device(MessageBench bench) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(bench.sandbox.url() + "/push/devices"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        return device(new ObjectMapper().readTree(answer));
    }

    /** A device as the clinic holds it, from what a browser says of its subscription. */
    static String device(JsonNode subscription) {
        return Push.json(Map.of(
                "kind", "web",
                "endpoint", subscription.path("endpoint").asText(),
                "p256dh", subscription.path("keys").path("p256dh").asText(),
                "auth", subscription.path("keys").path("auth").asText()));
    }

    /** New keys of VAPID. */
    static WebPushSettings settings(String sandbox) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        byte[] point = new byte[65];
        point[0] = 4;
        put(key.getW().getAffineX(), point, 1);
        put(key.getW().getAffineY(), point, 33);
        byte[] secret = new byte[32];
        put(((ECPrivateKey) pair.getPrivate()).getS(), secret, 0);
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return new WebPushSettings(
                base64.encodeToString(point),
                Secret.of(base64.encodeToString(secret)),
                "mailto:desk@clinic.example",
                sandbox);
    }

    private static void put(BigInteger number, byte[] into, int at) {
        byte[] bytes = number.toByteArray();
        int from = Math.max(0, bytes.length - 32);
        System.arraycopy(bytes, from, into, at + 32 - (bytes.length - from), bytes.length - from);
    }
}
