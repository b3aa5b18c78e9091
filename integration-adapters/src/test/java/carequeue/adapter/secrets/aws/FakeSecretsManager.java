package carequeue.adapter.secrets.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * AWS Secrets Manager as its API reference describes it: JSON 1.1 with {@code X-Amz-Target}, signed requests, versions by staging label.
 *
 * <p>Source: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html, sample request and response; dates are
 * seconds since 1970 with a fraction.
 */
final class FakeSecretsManager {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String trouble;

    FakeSecretsManager() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** One version of a secret under a staging label. */
    FakeSecretsManager put(String id, String stage, String versionId, String value, double created) {
        try {
            answers.put(
                    id + " " + stage,
                    JSON.writeValueAsString(Map.of(
                            "ARN", "arn:aws:secretsmanager:us-west-2:123456789012:secret:" + id + "-a1b2c3",
                            "CreatedDate", created,
                            "Name", id,
                            "SecretString", value,
                            "VersionId", versionId,
                            "VersionStages", List.of(stage))));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void fails(String type) {
        trouble = type;
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
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String signed = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String key =
                body.path("SecretId").asText() + " " + body.path("VersionStage").asText();
        asked.add(target + " " + key);
        if (!signed.startsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/")
                || !"secretsmanager.GetSecretValue".equals(target)) {
            send(exchange, 400, "{\"__type\":\"UnrecognizedClientException\"}");
        } else if (trouble != null) {
            send(exchange, trouble.startsWith("Internal") ? 500 : 400, "{\"__type\":\"" + trouble + "\"}");
        } else if (answers.containsKey(key)) {
            send(exchange, 200, answers.get(key));
        } else {
            send(
                    exchange,
                    400,
                    "{\"__type\":\"ResourceNotFoundException\",\"Message\":\"Secrets Manager can't find the"
                            + " specified secret value for staging label\"}");
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, body.length());
        exchange.getResponseBody().write(body.getBytes());
        exchange.close();
    }
}
