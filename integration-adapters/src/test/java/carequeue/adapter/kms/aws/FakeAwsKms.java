package carequeue.adapter.kms.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * AWS KMS as its API reference describes it: JSON 1.1 with {@code X-Amz-Target}, signed requests, and its errors' {@code __type}.
 *
 * <p>Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_Encrypt.html and API_Decrypt.html.
 */
final class FakeAwsKms {

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Kept(String plaintext, JsonNode context) {}

    private final String arn;
    private final HttpServer server;
    private final Map<String, Kept> kept = new HashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    FakeAwsKms(String arn) {
        this.arn = arn;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String signed = exchange.getRequestHeaders().getFirst("Authorization");
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        asked.add(target);
        if (signed == null || !signed.startsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/")) {
            send(exchange, 400, Map.of("__type", "MissingAuthenticationTokenException"));
        } else if (!"application/x-amz-json-1.1".equals(type)) {
            send(exchange, 400, Map.of("__type", "SerializationException"));
        } else if (!arn.equals(body.path("KeyId").asText())) {
            send(exchange, 400, Map.of("__type", "NotFoundException", "message", "Key does not exist"));
        } else if ("TrentService.Encrypt".equals(target)) {
            encrypt(exchange, body);
        } else {
            decrypt(exchange, body);
        }
    }

    private void encrypt(HttpExchange exchange, JsonNode body) throws IOException {
        byte[] blob = UUID.randomUUID().toString().getBytes();
        String encoded = java.util.Base64.getEncoder().encodeToString(blob);
        kept.put(encoded, new Kept(body.path("Plaintext").asText(), body.path("EncryptionContext")));
        send(
                exchange,
                200,
                Map.of("CiphertextBlob", encoded, "KeyId", arn, "EncryptionAlgorithm", "SYMMETRIC_DEFAULT"));
    }

    private void decrypt(HttpExchange exchange, JsonNode body) throws IOException {
        Kept found = kept.get(body.path("CiphertextBlob").asText());
        if (found == null || !found.context().equals(body.path("EncryptionContext"))) {
            send(exchange, 400, Map.of("__type", "InvalidCiphertextException"));
            return;
        }
        send(
                exchange,
                200,
                Map.of("Plaintext", found.plaintext(), "KeyId", arn, "EncryptionAlgorithm", "SYMMETRIC_DEFAULT"));
    }

    private static void send(HttpExchange exchange, int status, Map<String, String> body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
