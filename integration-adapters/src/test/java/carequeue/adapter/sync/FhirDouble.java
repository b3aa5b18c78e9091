package carequeue.adapter.sync;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A FHIR server that answers what a test says, by the beginning of what is asked, and notes what was asked. */
final class FhirDouble implements AutoCloseable {

    record Reply(int status, String body) {}

    final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final HttpServer server;

    FhirDouble() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
        says("/fhir/Patient?", bundle(null));
        says("/fhir/Appointment?", bundle(null));
        says(
                "/fhir/metadata",
                "{\"resourceType\":\"CapabilityStatement\",\"fhirVersion\":\"4.0.1\",\"rest\":[{\"mode\":\"server\"}]}");
    }

    String base() {
        return "http://localhost:" + server.getAddress().getPort() + "/fhir";
    }

    void says(String beginning, String body) {
        replies.put(beginning, new Reply(200, body));
    }

    /** Points elsewhere. */
    void redirects(String beginning, String to) {
        replies.put(beginning, new Reply(302, to));
    }

    void says(String beginning, int status) {
        replies.put(beginning, new Reply(status, "{\"resourceType\":\"OperationOutcome\"}"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String uri = exchange.getRequestURI().toString();
        asked.add(uri);
        exchange.getRequestBody().readAllBytes();
        Reply reply = new TreeMap<>(replies)
                .descendingMap().entrySet().stream()
                        .filter(known -> uri.startsWith(known.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(new Reply(404, "{\"resourceType\":\"OperationOutcome\"}"));
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        if (reply.status() == 302) {
            exchange.getResponseHeaders().set("Location", reply.body());
        }
        exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    static String bundle(String next, String... resources) {
        String link = next == null ? "" : "\"link\":[{\"relation\":\"next\",\"url\":\"" + next + "\"}],";
        return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"," + link + "\"entry\":["
                + List.of(resources).stream()
                        .map(r -> "{\"resource\":" + r + ",\"search\":{\"mode\":\"match\"}}")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    static String appointment(String id, int version, String at) {
        return appointment(id, version, at, "p1");
    }

    static String appointment(String id, int version, String at, String patient) {
        return """
            {"resourceType":"Appointment","id":"%s","meta":{"versionId":"%d","lastUpdated":"%s"},"status":"booked",
             "serviceType":[{"coding":[{"code":"lab"}]}],"start":"2026-11-24T10:00:00Z","end":"2026-11-24T10:20:00Z",
             "participant":[{"actor":{"reference":"Patient/%s"},"status":"accepted"},
                            {"actor":{"reference":"Location/main"},"status":"accepted"}]}\
            """.formatted(id, version, at, patient);
    }

    static String patient(String id, int version, String at, String birthDate) {
        return """
            {"resourceType":"Patient","id":"%s","meta":{"versionId":"%d","lastUpdated":"%s"},
             "identifier":[{"type":{"coding":[{"code":"MR"}]},"system":"urn:carequeue:sandbox:mrn","value":"MRN00001"}],
             "name":[{"family":"Ward","given":["Mary"]}],"birthDate":"%s"}\
            """.formatted(id, version, at, birthDate);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
