package carequeue.adapter.ehr.oauth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A FHIR server with its token endpoint, which says what it is told to say and notes what arrives.
 *
 * <p>The documents have the form of https://hl7.org/fhir/smart-app-launch/example-backend-services.html and of RFC 6749, 5.1 and 5.2.
 */
final class FakeAuthority implements AutoCloseable {

    static final String PATIENT = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}";

    final List<Map<String, String>> forms = new CopyOnWriteArrayList<>();
    final List<String> basic = new CopyOnWriteArrayList<>();
    final List<String> bearers = new CopyOnWriteArrayList<>();
    volatile String wellKnown = """
        {"token_endpoint":"%s/auth/token","grant_types_supported":["client_credentials"],
         "token_endpoint_auth_methods_supported":["private_key_jwt"],
         "token_endpoint_auth_signing_alg_values_supported":["RS384","ES384"],
         "scopes_supported":["system/*.rs"],"capabilities":["client-confidential-asymmetric","permission-v2"]}\
        """;
    volatile String metadata =
            "{\"resourceType\":\"CapabilityStatement\",\"status\":\"active\",\"fhirVersion\":\"4.0.1\"}";
    volatile boolean metadataClosed;
    volatile int metadataRefusal = 401;
    volatile Map<String, String> tokenHeaders = Map.of();
    volatile int tokenStatus = 200;
    volatile String token = """
        {"token_type":"bearer","expires_in":300,"scope":"system/*.rs","access_token":"token-%d","extra":{"a":1}}\
        """;
    volatile String taken = "token-";
    volatile long millis;
    private final HttpServer server;

    FakeAuthority() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.equals("/auth/token")) {
            token(exchange, body);
        } else if (path.equals("/fhir/.well-known/smart-configuration")) {
            send(exchange, wellKnown == null ? 404 : 200, wellKnown == null ? "" : wellKnown.formatted(url()));
        } else if (path.equals("/fhir/metadata")) {
            boolean shows = !metadataClosed || exchange.getRequestHeaders().containsKey("Authorization");
            send(exchange, shows ? 200 : metadataRefusal, shows ? metadata.replace("%s", url()) : "");
        } else {
            String bearer = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            bearers.add(bearer);
            boolean may = bearer.startsWith("Bearer " + taken);
            send(exchange, may ? 200 : 401, may ? PATIENT : "");
        }
    }

    private void token(HttpExchange exchange, String body) throws IOException {
        Map<String, String> form = new HashMap<>();
        for (String field : body.split("&")) {
            String[] pair = field.split("=", 2);
            form.put(decoded(pair[0]), decoded(pair[1]));
        }
        forms.add(form);
        basic.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        hold();
        tokenHeaders.forEach(exchange.getResponseHeaders()::set);
        send(exchange, tokenStatus, token.replace("%d", Integer.toString(forms.size())));
    }

    private void hold() {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/fhir+json;charset=UTF-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
