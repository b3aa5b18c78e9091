package carequeue.adapter.ehr.oauth;

import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.resilience.RetryAfter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Small calls that are answered in JSON, whatever the answer calls itself. */
final class JsonCalls {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final Duration timeout;
    private final Clock clock;

    JsonCalls(Duration connectTimeout, Duration readTimeout, Clock clock) {
        this.http = HttpClient.newBuilder().connectTimeout(connectTimeout).build();
        this.timeout = readTimeout;
        this.clock = clock;
    }

    /** An answer: the body is missing where it is no JSON. */
    record Said(int status, JsonNode body, Duration retryAfter) {}

    /** What is there, or nothing where the server knows no such document. */
    Optional<JsonNode> get(String url) {
        Said said = send(request(url).GET().build());
        if (said.status() >= 500 || said.status() == 429) {
            throw new OutsideFailure.Unavailable(EhrService.EHR, "answered " + said.status(), said.retryAfter());
        }
        return said.status() == 200 && said.body().isObject() ? Optional.of(said.body()) : Optional.empty();
    }

    /** Sends a form. */
    Said post(String url, String form, Map<String, String> headers) {
        var request = request(url).header("Content-Type", "application/x-www-form-urlencoded");
        headers.forEach(request::header);
        return send(request.POST(BodyPublishers.ofString(form)).build());
    }

    private HttpRequest.Builder request(String url) {
        try {
            return HttpRequest.newBuilder(URI.create(url)).timeout(timeout).header("Accept", "application/json");
        } catch (IllegalArgumentException e) {
            throw new OutsideFailure.Rejected(EhrService.EHR, "names an address that is none");
        }
    }

    private Said send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            String after = answer.headers().firstValue("Retry-After").orElse(null);
            return new Said(answer.statusCode(), json(answer.body()), RetryAfter.read(after, clock.instant()));
        } catch (IOException e) {
            throw new OutsideFailure.Unavailable(EhrService.EHR, "does not answer who asks for a token");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutsideFailure.Unavailable(EhrService.EHR, "did not answer in time who asked for a token");
        }
    }

    private static JsonNode json(String body) {
        try {
            JsonNode read = JSON.readTree(body);
            return read == null ? MissingNode.getInstance() : read;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
