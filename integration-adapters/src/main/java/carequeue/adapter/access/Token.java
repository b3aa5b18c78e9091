package carequeue.adapter.access;

import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.secrets.Secret;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** A token by OAuth 2.0 client credentials (RFC 6749, 4.4): asked for once by however many callers, kept until shortly before its end. */
final class Token {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final long UNTOLD_LIFE = 60;

    private final String service;
    private final AccessSettings settings;
    private final HttpClient http;
    private final Clock clock;
    private String value;
    private Instant until = Instant.EPOCH;

    Token(String service, AccessSettings settings, HttpClient http, Clock clock) {
        this.service = service;
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    synchronized String get() {
        if (value == null || !clock.instant().isBefore(until)) {
            ask();
        }
        return value;
    }

    /** Of many callers whose token was refused only the first lets it go; the others take what it brought. */
    synchronized boolean forget(String refused) {
        if (value != null && refused.endsWith(value)) {
            value = null;
        }
        return true;
    }

    private void ask() {
        String first =
                Secret.given(settings.clientSecret()) ? settings.clientSecret().value() : "";
        HttpResponse<String> answer = send(request(first));
        if (answer.statusCode() == 401 || answer.statusCode() == 400) {
            answer = Optional.ofNullable(settings.clientSecret())
                    .flatMap(secret -> secret.instead(first))
                    .map(other -> send(request(other)))
                    .orElse(answer);
        }
        keep(answer);
    }

    private HttpRequest request(String secret) {
        return HttpRequest.newBuilder(URI.create(settings.tokenUrl()))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .header("Authorization", basic(secret))
                .POST(BodyPublishers.ofString("grant_type=client_credentials"
                        + (settings.scope() == null || settings.scope().isBlank()
                                ? ""
                                : "&scope=" + encoded(settings.scope()))))
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new OutsideFailure.Unavailable(service, "gives no token: its provider does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutsideFailure.Unavailable(service, "was not waited for");
        }
    }

    private void keep(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status == 408 || status == 429 || status >= 500) {
            throw new OutsideFailure.Unavailable(service, "gives no token: its provider answered " + status);
        }
        JsonNode said = read(answer.body());
        String given = said.path("access_token").asText("");
        if (status != 200 || given.isBlank()) {
            // Who is not let in may be when somebody has put the credentials right: what waits goes on waiting.
            throw new OutsideFailure.Unavailable(service, "gives no token: " + error(said, status));
        }
        long life = said.path("expires_in").asLong(UNTOLD_LIFE);
        value = given;
        until = clock.instant().plusSeconds(Math.max(1, life - Math.min(30, life / 5)));
    }

    // The words of RFC 6749, 5.2 are few and not personal; anything else a provider writes stays out of our remarks.
    private static String error(JsonNode said, int status) {
        String error = said.path("error").asText("");
        return error.matches("[a-z_]{1,40}") ? error : "its provider answered " + status;
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    private String basic(String secret) {
        String pair = encoded(settings.clientId()) + ":" + encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8);
    }
}
