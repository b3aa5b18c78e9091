package carequeue.app.kill;

import carequeue.app.journey.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Calls over HTTP that may fail, as calls do. */
final class Http {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private Http() {}

    /** An answer; the body is a missing node when it is empty or no JSON. */
    record Reply(int status, JsonNode body) {}

    static boolean answers(String url) {
        try {
            return send(HttpRequest.newBuilder(URI.create(url))).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    static Reply get(String url, String user) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(url)).header("Authorization", signedIn(user)));
    }

    static Reply post(String url, String user, String body, String key) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", signedIn(user))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String signedIn(String user) {
        return Caller.basic(user, Node.PASSWORD);
    }

    private static Reply send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> answer =
                    CLIENT.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray());
            boolean json =
                    answer.headers().firstValue("Content-Type").orElse("").contains("json");
            JsonNode body = json ? JSON.readTree(answer.body()) : JSON.missingNode();
            return new Reply(answer.statusCode(), body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
