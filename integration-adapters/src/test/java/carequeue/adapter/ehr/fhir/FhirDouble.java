package carequeue.adapter.ehr.fhir;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A FHIR server that answers each call with what was recorded for it, and notes what arrives. */
public final class FhirDouble implements AutoCloseable {

    /** What is answered. */
    record Reply(int status, String body, Map<String, String> headers) {}

    /** What arrived. */
    public record Call(String method, String path, String body, Map<String, String> headers) {}

    public final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Reply> replies = new HashMap<>();
    private final Map<String, Deque<Reply>> first = new HashMap<>();
    private final HttpServer server;

    public FhirDouble() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/fhir";
    }

    /** @param call such as {@code GET /Patient/1}; the query counts as far as it is given */
    public FhirDouble on(String call, int status, String body, String... headers) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        replies.put(call, new Reply(status, body, all));
        return this;
    }

    /** What is answered once, before what is answered always. */
    public FhirDouble once(String call, int status, String body, String... headers) {
        on(call + " once", status, body, headers);
        synchronized (this) {
            first.computeIfAbsent(call, c -> new ArrayDeque<>()).add(replies.remove(call + " once"));
        }
        return this;
    }

    public FhirDouble on(String call, String body) {
        return on(call, 200, body);
    }

    static String bundle(String... resources) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":["
                + String.join(
                        ",",
                        List.of(resources).stream()
                                .map(r -> "{\"resource\":" + r + "}")
                                .toList()) + "]}";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().toString().substring("/fhir".length());
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
        calls.add(new Call(exchange.getRequestMethod(), path, body, headers));
        Reply reply = reply(exchange.getRequestMethod() + " " + path);
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/fhir+json;charset=UTF-8");
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized Reply reply(String call) {
        Deque<Reply> before = first.getOrDefault(call, new ArrayDeque<>());
        if (!before.isEmpty()) {
            return before.remove();
        }
        return replies.getOrDefault(
                call, replies.getOrDefault(call.replaceAll("\\?.*", ""), new Reply(404, "", Map.of())));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
