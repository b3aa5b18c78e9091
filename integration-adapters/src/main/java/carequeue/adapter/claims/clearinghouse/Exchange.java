package carequeue.adapter.claims.clearinghouse;

import carequeue.adapter.access.Access;
import carequeue.adapter.claims.ClaimService;
import carequeue.adapter.claims.ClaimSettings;
import carequeue.adapter.resilience.HttpFailure;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.resilience.RetryAfter;
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
import java.util.Map;

/** The calls to a clearing-house, which are few: bills and questions in, files out. */
final class Exchange {

    private static final String X12 = "application/edi-x12";

    private final ClaimSettings settings;
    private final HttpClient http;
    private final Access access;
    private final Clock clock;

    Exchange(ClaimSettings settings, Clock clock) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.access = new Access(ClaimService.CLAIMS, settings.access(), http, clock);
        this.clock = clock;
    }

    /** Posts X12; the key makes a repeat harmless where the clearing-house knows such keys. */
    String post(String path, String key, String body) {
        HttpRequest.Builder request = to(path).header("Content-Type", X12)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body));
        return understood(send(request)).body();
    }

    String get(String path) {
        return understood(send(to(path).GET())).body();
    }

    void delete(String path) {
        try {
            understood(send(to(path).DELETE()));
        } catch (OutsideFailure.NotThere gone) {
            // It was taken before.
        }
    }

    private HttpRequest.Builder to(String path) {
        String base = settings.url().endsWith("/") ? settings.url() : settings.url() + "/";
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(settings.readTimeout())
                .header("Accept", X12 + ", application/json;q=0.9, text/plain;q=0.5");
    }

    /** One part of a path. */
    static String part(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A token that was refused is renewed once. */
    private HttpResponse<String> send(HttpRequest.Builder request) {
        Map<String, String> headers = access.headers();
        HttpResponse<String> answer = exchange(request, headers);
        return answer.statusCode() == 401 && access.renew(headers) ? exchange(request, access.headers()) : answer;
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request, Map<String, String> headers) {
        headers.forEach(request::setHeader);
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new OutsideFailure.Unavailable(ClaimService.CLAIMS, "does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutsideFailure.Unavailable(ClaimService.CLAIMS, "was not waited for");
        }
    }

    private HttpResponse<String> understood(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 == 2) {
            return answer;
        }
        String after = answer.headers().firstValue("Retry-After").orElse(null);
        throw HttpFailure.of(ClaimService.CLAIMS, answer.statusCode(), RetryAfter.read(after, clock.instant()));
    }
}
