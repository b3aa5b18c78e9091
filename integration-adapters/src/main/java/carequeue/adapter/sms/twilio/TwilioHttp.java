package carequeue.adapter.sms.twilio;

import com.twilio.exception.ApiConnectionException;
import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Speaks to the configured address instead of Twilio's own, once: repeating is decided by us, who know what may be repeated. */
final class TwilioHttp extends HttpClient {

    private final String base;
    private final Duration readTimeout;
    private final java.net.http.HttpClient client;

    TwilioHttp(TwilioSettings settings) {
        String url = settings.url();
        this.base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.readTimeout = settings.readTimeout();
        this.client = java.net.http.HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        try {
            HttpResponse<String> answer = client.send(http(request), HttpResponse.BodyHandlers.ofString());
            return new Response(answer.body(), answer.statusCode());
        } catch (IOException e) {
            throw new ApiConnectionException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiConnectionException("interrupted", e);
        }
    }

    private HttpRequest http(Request request) {
        URI theirs = URI.create(request.constructURL().toString());
        String query = theirs.getRawQuery() == null ? "" : "?" + theirs.getRawQuery();
        HttpRequest.Builder http = HttpRequest.newBuilder(URI.create(base + theirs.getRawPath() + query))
                .timeout(readTimeout);
        for (Map.Entry<String, List<String>> header : request.getHeaderParams().entrySet()) {
            header.getValue().forEach(value -> http.header(header.getKey(), value));
        }
        http.header("Authorization", request.getAuthString()).header("Accept", "application/json");
        if (request.getMethod() == HttpMethod.POST) {
            http.header("Content-Type", "application/x-www-form-urlencoded");
            return http.POST(HttpRequest.BodyPublishers.ofString(request.encodeFormBody()))
                    .build();
        }
        return http.method(request.getMethod().toString(), HttpRequest.BodyPublishers.noBody())
                .build();
    }
}
