package carequeue.adapter.payer.clearinghouse;

import carequeue.adapter.access.Access;
import carequeue.adapter.payer.PayerLine;
import carequeue.adapter.payer.PayerLine.Form;
import carequeue.adapter.resilience.HttpFailure;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.resilience.RetryAfter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Map;

/** Posts a question to a clearing-house and tells its failures apart. */
final class Posting {

    private final String service;
    private final PayerLine line;
    private final HttpClient http;
    private final Access access;
    private final Clock clock;

    Posting(String service, PayerLine line, HttpClient http, Access access, Clock clock) {
        this.service = service;
        this.line = line;
        this.http = http;
        this.access = access;
        this.clock = clock;
    }

    static HttpClient client(PayerLine line) {
        return HttpClient.newBuilder()
                .connectTimeout(line.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** The body of the answer; a token that was refused is renewed once. */
    String send(String body) {
        Map<String, String> headers = access.headers();
        HttpResponse<String> answer = exchange(post(body), headers);
        if (answer.statusCode() == 401 && access.renew(headers)) {
            answer = exchange(post(body), access.headers());
        }
        return understood(answer);
    }

    /** Whether anything answers there; what it thinks of a call without a question does not matter. */
    void probe() {
        String url = line.probeUrl() == null || line.probeUrl().isBlank() ? line.url() : line.probeUrl();
        HttpResponse<String> answer =
                exchange(HttpRequest.newBuilder(URI.create(url)).GET(), access.headers());
        if (failure(answer) instanceof OutsideFailure.Unavailable away) {
            throw away;
        }
    }

    private HttpRequest.Builder post(String body) {
        String type = line.form() == Form.X12 ? "application/edi-x12" : "application/json";
        return HttpRequest.newBuilder(URI.create(line.url()))
                .header("Content-Type", type)
                .header("Accept", line.form() == Form.X12 ? "application/edi-x12, text/plain;q=0.5" : type)
                .POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request, Map<String, String> headers) {
        headers.forEach(request::setHeader);
        try {
            return http.send(request.timeout(line.readTimeout()).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new OutsideFailure.Unavailable(service, "does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutsideFailure.Unavailable(service, "was not waited for");
        }
    }

    // Some answer 400 or 422 with the payer's own reasons in the body: that is an answer.
    private String understood(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status / 100 == 2 || (status == 400 || status == 422) && says(answer.body())) {
            return answer.body();
        }
        throw failure(answer);
    }

    private OutsideFailure failure(HttpResponse<String> answer) {
        String after = answer.headers().firstValue("Retry-After").orElse(null);
        return HttpFailure.of(service, answer.statusCode(), RetryAfter.read(after, clock.instant()));
    }

    private boolean says(String body) {
        return line.form() == Form.JSON
                ? body.contains("\"errors\"") && body.contains("\"followupAction\"")
                : body.startsWith("ISA") || body.contains("\"ISA");
    }
}
