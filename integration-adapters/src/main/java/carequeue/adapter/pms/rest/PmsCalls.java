package carequeue.adapter.pms.rest;

import carequeue.adapter.pms.PmsService;
import carequeue.adapter.pms.PmsSettings;
import carequeue.adapter.resilience.Guard;
import carequeue.adapter.resilience.HttpFailure;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.resilience.RetryAfter;
import carequeue.adapter.secrets.Secret;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriUtils;

/** Makes the calls: who we are, the time limits, the guard around each, and failures told apart without what was said. */
final class PmsCalls {

    private final Guard guard;
    private final PmsSettings settings;
    private final ObjectMapper json;
    private final RestClient client;
    private final URI base;
    private final Clock clock;

    PmsCalls(PmsSettings settings, Guard guard, ObjectMapper json, Clock clock) {
        this.clock = clock;
        this.guard = guard;
        this.settings = settings;
        this.json = json;
        this.base = base(settings.url());
        this.client = RestClient.builder().requestFactory(factory(settings)).build();
    }

    // The certificate's name is checked by the JDK's client; a redirect would carry the key elsewhere, so none is
    // followed.
    private static JdkClientHttpRequestFactory factory(PmsSettings settings) {
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        var factory = new JdkClientHttpRequestFactory(http);
        factory.setReadTimeout(settings.readTimeout());
        return factory;
    }

    private static URI base(String url) {
        URI base = URI.create(url.strip().replaceFirst("/+$", ""));
        if (base.getHost() == null || base.getUserInfo() != null || base.getQuery() != null) {
            throw new IllegalStateException("carequeue.pms.url is no base address such as https://pms.example.org/api");
        }
        return base;
    }

    /** What was answered. */
    record Answered(JsonNode body, String etag, String location) {}

    /** Reads, for somebody who waits. */
    Answered get(URI address) {
        return guard.callAgain(() -> exchange(HttpMethod.GET, address, null, new HttpHeaders()));
    }

    /** Writes once. */
    Answered send(HttpMethod method, URI address, Object body, HttpHeaders headers) {
        return guard.call(() -> exchange(method, address, body, headers));
    }

    /** Reads without the guard, which the caller stands around it. */
    Answered unguarded(URI address) {
        return exchange(HttpMethod.GET, address, null, new HttpHeaders());
    }

    /** The identifier of what was made: as the answer says, or else the last part of where it is. */
    String idOf(Answered answered, String field, String collection) {
        JsonNode said = answered.body().path(field);
        String last = answered.location() == null ? "" : answered.location().strip();
        String[] parts = last.split("/");
        if (said.isValueNode() && !said.isNull() && !said.asText().isBlank()) {
            return said.asText();
        } else if (parts.length > 1 && collection.equals(parts[parts.length - 2])) {
            return UriUtils.decode(parts[parts.length - 1], StandardCharsets.UTF_8);
        }
        throw new OutsideFailure.Rejected(PmsService.PMS, "does not say what it made");
    }

    Guard guard() {
        return guard;
    }

    /** An address below the base, from parts that are encoded here. */
    URI at(String... path) {
        StringBuilder address = new StringBuilder(base.toString());
        for (String part : path) {
            address.append('/').append(UriUtils.encode(part, StandardCharsets.UTF_8));
        }
        return URI.create(address.toString());
    }

    /** An address that the system itself named; it must be one of its own. */
    URI named(URI from, String address) {
        URI next = resolved(from, address);
        boolean own = base.getScheme().equalsIgnoreCase(next.getScheme())
                && base.getAuthority().equalsIgnoreCase(next.getAuthority())
                && (next.getPath() + "/").startsWith(base.getPath() + "/");
        if (!own) {
            throw new OutsideFailure.Rejected(PmsService.PMS, "names a next page that is none of its own");
        }
        return next;
    }

    private static URI resolved(URI from, String address) {
        try {
            return from.resolve(address.strip()).normalize();
        } catch (IllegalArgumentException e) {
            throw new OutsideFailure.Rejected(PmsService.PMS, "names a next page that is no address");
        }
    }

    /** What came back, not yet understood. */
    private record Reply(HttpStatusCode status, byte[] body, HttpHeaders headers) {}

    // Who is not known has changed nothing, so the call may be made again with the other key.
    private Answered exchange(HttpMethod method, URI address, Object body, HttpHeaders more) {
        Secret ours = Secret.given(settings.token()) ? settings.token() : settings.apiKey();
        if (!Secret.given(ours)) {
            return read(exchange(method, address, body, more, null));
        }
        String first = ours.value();
        Reply reply = exchange(method, address, body, more, first);
        Optional<String> other = reply.status().value() == 401 ? ours.instead(first) : Optional.empty();
        return read(other.isPresent() ? exchange(method, address, body, more, other.get()) : reply);
    }

    private Reply exchange(HttpMethod method, URI address, Object body, HttpHeaders more, String key) {
        try {
            var request = client.method(method).uri(address).accept(MediaType.APPLICATION_JSON);
            request.headers(headers -> {
                identify(headers, key);
                headers.addAll(more);
            });
            if (body != null) {
                request.contentType(MediaType.APPLICATION_JSON).body(json.writeValueAsBytes(body));
            }
            return request.exchange((asked, answer) ->
                    new Reply(answer.getStatusCode(), answer.getBody().readAllBytes(), answer.getHeaders()));
        } catch (ResourceAccessException e) {
            throw new OutsideFailure.Unavailable(PmsService.PMS, "does not answer");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values can be written", e);
        }
    }

    private void identify(HttpHeaders headers, String key) {
        if (key != null && Secret.given(settings.token())) {
            headers.setBearerAuth(key);
        } else if (key != null) {
            headers.set(settings.apiKeyHeader(), key);
        }
    }

    private Answered read(Reply reply) {
        HttpHeaders headers = reply.headers();
        if (!reply.status().is2xxSuccessful()) {
            throw failure(
                    reply.status().value(),
                    RetryAfter.read(headers.getFirst(HttpHeaders.RETRY_AFTER), clock.instant()));
        }
        try {
            JsonNode read = reply.body().length == 0 ? json.nullNode() : json.readTree(reply.body());
            return new Answered(read, headers.getETag(), headers.getFirst(HttpHeaders.LOCATION));
        } catch (IOException e) {
            throw new OutsideFailure.Unavailable(PmsService.PMS, "answered what is no JSON");
        }
    }

    static OutsideFailure failure(int status, Duration after) {
        return status == 409 || status == 412
                ? new OutsideFailure.Conflicting(PmsService.PMS, "answered " + status)
                : HttpFailure.of(PmsService.PMS, status, after);
    }
}
