package carequeue.app.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Somebody who calls the API over HTTP, with HTTP Basic when signed in. */
public final class Caller {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String origin;
    private final String authorization;

    private Caller(String origin, String authorization) {
        this.origin = origin;
        this.authorization = authorization;
    }

    /** Somebody who is not signed in. */
    public static Caller nobody(String origin) {
        return new Caller(origin, null);
    }

    /** An embedded user. */
    public static Caller as(String origin, String user, String password) {
        return new Caller(origin, basic(user, password));
    }

    /** The header that signs a call. */
    public static String basic(String user, String password) {
        String credentials = user + ":" + password;
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    /** An answer; the body is a missing node when it is empty or no JSON. */
    public record Answer(int status, Map<String, java.util.List<String>> headers, JsonNode body, String text) {

        /** The first value of a header, or null. */
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(e -> e.getKey().equalsIgnoreCase(name))
                    .map(e -> e.getValue().get(0))
                    .findFirst()
                    .orElse(null);
        }

        /** The position after which the outcome is visible. */
        public String position() {
            return header("X-Event-Position");
        }
    }

    /** Reads. */
    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    /** Reads what stands after a position. */
    public Answer getAfter(String position, String path) {
        return get(path, "X-Event-Position", position);
    }

    /** Orders, with a JSON body as it stands. */
    public Answer post(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** Puts, with a JSON body as it stands. */
    public Answer put(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** Deletes. */
    public Answer delete(String path, String... headers) {
        return send(request(path, headers).DELETE().build());
    }

    /** Sends a form, as it stands. */
    public Answer postForm(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(origin + path)).timeout(Duration.ofSeconds(20));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        for (int i = 0; i + 1 < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers().map(), json(response), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        String type = response.headers().firstValue("Content-Type").orElse("");
        return type.contains("json") && !response.body().isEmpty()
                ? JSON.readTree(response.body())
                : JSON.missingNode();
    }
}
