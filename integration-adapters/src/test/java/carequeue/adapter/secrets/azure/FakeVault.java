package carequeue.adapter.secrets.azure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Azure Key Vault's secrets as its REST reference describes them: versions with attributes, a list of them without values, behind a bearer challenge.
 *
 * <p>Source: https://learn.microsoft.com/rest/api/keyvault/secrets/get-secret and get-secret-versions; sample responses.
 */
final class FakeVault {

    static final String TOKEN = "token-of-the-tests";
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Version(String id, String value, long created, boolean enabled) {}

    private final String host;
    private final String name;
    private final HttpServer server;
    private final List<Version> versions = new CopyOnWriteArrayList<>();
    volatile int trouble;

    FakeVault(String host, String name) {
        this.host = host;
        this.name = name;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    FakeVault put(String id, String value, long created, boolean enabled) {
        versions.add(new Version(id, value, created, enabled));
        return this;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (!("Bearer " + TOKEN).equals(authorization)) {
            exchange.getResponseHeaders()
                    .set(
                            "WWW-Authenticate",
                            "Bearer authorization=\"https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555\","
                                    + " resource=\"https://vault.azure.net\"");
            send(exchange, 401, Map.of());
            return;
        }
        String[] path = exchange.getRequestURI().getPath().split("/");
        if (trouble != 0) {
            send(exchange, trouble, Map.of("error", Map.of("code", "Forbidden", "message", "no")));
        } else if (!path[2].equals(name) || versions.isEmpty()) {
            send(exchange, 404, Map.of("error", Map.of("code", "SecretNotFound", "message", "none")));
        } else if (path.length > 3 && path[3].equals("versions")) {
            send(
                    exchange,
                    200,
                    Map.of("value", versions.stream().map(v -> body(v, false)).toList()));
        } else {
            Version wanted = versions.stream()
                    .filter(v -> path.length > 3 && v.id().equals(path[3]))
                    .findFirst()
                    .orElse(versions.get(versions.size() - 1));
            send(exchange, 200, body(wanted, true));
        }
    }

    private Map<String, Object> body(Version version, boolean withValue) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "id",
                "https://" + host + "/secrets/" + name + "/" + version.id(),
                "attributes",
                Map.of(
                        "enabled", version.enabled(),
                        "created", version.created(),
                        "updated", version.created(),
                        "recoveryLevel", "Recoverable+Purgeable")));
        if (withValue) {
            body.put("value", version.value());
        }
        return body;
    }

    private static void send(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
