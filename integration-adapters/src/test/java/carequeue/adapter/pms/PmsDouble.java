package carequeue.adapter.pms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A practice management system that answers what a test wrote down, and remembers what it was asked. */
final class PmsDouble implements AutoCloseable {

    /** An appointment in the shape agreed on, each field as the integration document has it. */
    static final String APPOINTMENT = """
        {"appointmentId":"A1","patientId":"P1","providerId":"D1","scheduledTime":"2026-11-23T10:00:00",
         "duration":20,"appointmentType":"lab","status":"scheduled","department":"main"}\
        """;

    static final String PATIENT = """
        {"patientId":"P1","mrn":"MRN12345","firstName":"Ann","lastName":"Example","birthDate":"1980-02-03",
         "phone":"+1 555 123 4567","email":"ann@example.org"}\
        """;

    private record Prepared(int status, String body) {}

    private final HttpServer server;
    private final Map<String, Prepared> answers = new ConcurrentHashMap<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<String> bodies = new CopyOnWriteArrayList<>();
    final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();

    PmsDouble() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::answer);
        server.start();
        says("GET /api/patients/P1", 200, PATIENT);
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/api";
    }

    PmsDouble says(String call, int status, String body) {
        answers.put(call, new Prepared(status, body));
        return this;
    }

    PmsDouble day(String date, String... appointments) {
        return says(
                "GET /api/appointments?date=" + date + "&limit=20",
                200,
                "{\"appointments\":[" + String.join(",", appointments) + "],\"total\":" + appointments.length + "}");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        asked.add(call);
        headers.add(Map.copyOf(exchange.getRequestHeaders()));
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Prepared said = answers.getOrDefault(call, new Prepared(404, "{}"));
        byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
