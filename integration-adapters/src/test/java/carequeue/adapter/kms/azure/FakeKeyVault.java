package carequeue.adapter.kms.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/**
 * Azure Key Vault as its REST reference describes it: an RSA key with versions, wrapping by RSA-OAEP-256, behind a bearer challenge.
 *
 * <p>Source: https://learn.microsoft.com/rest/api/keyvault/keys/wrap-key, unwrap-key and get-key; authentication, requests and responses.
 */
final class FakeKeyVault {

    static final String TOKEN = "token-of-the-tests";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private final String host;
    private final String name;
    private final HttpServer server;
    private final List<KeyPair> versions = new ArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger challenges = new AtomicInteger();

    FakeKeyVault(String host, String name) {
        this.host = host;
        this.name = name;
        newVersion();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What was asked with the token. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    int challenges() {
        return challenges.get();
    }

    void stop() {
        server.stop(0);
    }

    void newVersion() {
        try {
            KeyPairGenerator pairs = KeyPairGenerator.getInstance("RSA");
            pairs.initialize(2048);
            versions.add(pairs.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (!("Bearer " + TOKEN).equals(authorization)) {
            challenges.incrementAndGet();
            exchange.getResponseHeaders()
                    .set(
                            "WWW-Authenticate",
                            "Bearer authorization=\"https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555\","
                                    + " resource=\"https://vault.azure.net\"");
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
            return;
        }
        String path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestMethod() + " " + path);
        String[] parts = path.split("/");
        int version = parts.length > 3 && parts[3].startsWith("v")
                ? Integer.parseInt(parts[3].substring(1))
                : versions.size();
        try {
            send(exchange, body(exchange, parts[parts.length - 1], version));
        } catch (GeneralSecurityException e) {
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
        }
    }

    private Map<String, Object> body(HttpExchange exchange, String verb, int version)
            throws IOException, GeneralSecurityException {
        KeyPair pair = versions.get(version - 1);
        String id = "https://" + host + "/keys/" + name + "/v" + version;
        if (exchange.getRequestMethod().equals("GET")) {
            RSAPublicKey key = (RSAPublicKey) pair.getPublic();
            return Map.of(
                    "key",
                    Map.of(
                            "kid", id,
                            "kty", "RSA",
                            "key_ops", List.of("wrapKey", "unwrapKey"),
                            "n", encoded(unsigned(key.getModulus())),
                            "e", encoded(unsigned(key.getPublicExponent()))),
                    "attributes",
                    Map.of("enabled", true));
        }
        JsonNode asked = JSON.readTree(exchange.getRequestBody());
        if (!asked.path("alg").asText().equals("RSA-OAEP-256")) {
            throw new GeneralSecurityException("algorithm");
        }
        Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
        boolean wrap = verb.equals("wrapkey");
        rsa.init(wrap ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE, wrap ? pair.getPublic() : pair.getPrivate(), OAEP);
        byte[] value = Base64.getUrlDecoder().decode(asked.path("value").asText());
        return Map.of("kid", id, "value", encoded(rsa.doFinal(value)));
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void send(HttpExchange exchange, Map<String, Object> body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
