package carequeue.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.app.journey.RunningClinic;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A person signs in with a browser. */
class SessionTest extends RunningClinic {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @Test
    void signingInGivesANewSessionAndSigningOutEndsIt() throws Exception {
        String form = get("/sign-in").body();
        assertThat(form).contains("name=\"_csrf\"");
        HttpResponse<String> in = signIn(PASSWORD);
        assertThat(in.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/"));
        assertThat(in.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie).contains("carequeue-session=", "HttpOnly", "SameSite=Lax", "Path=/"));
        String session = cookie("carequeue-session");

        assertThat(get("/v3/api-docs").statusCode()).isEqualTo(200);
        signIn(PASSWORD);
        assertThat(cookie("carequeue-session"))
                .as("a new sign-in, a new session id")
                .isNotEqualTo(session);

        assertThat(post("/sign-out", "", Map.of("X-CSRF-TOKEN", cookie("carequeue-csrf")))
                        .statusCode())
                .isEqualTo(302);
        assertThat(get("/v3/api-docs").statusCode()).isEqualTo(401);
    }

    @Test
    void aWrongPasswordIsRefusedWithoutSayingWhatWasWrong() throws Exception {
        get("/sign-in");
        assertThat(signIn("wrong").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in?error"));
    }

    @Test
    void aCallWithTheSessionNeedsTheTokenOfOurPages() throws Exception {
        get("/sign-in");
        signIn(PASSWORD);
        HttpResponse<String> without = post("/api/queues", "{}", Map.of("Content-Type", "application/json"));
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(without.body()).contains("urn:carequeue:problem:csrf-token");
        Map<String, String> headers =
                Map.of("Content-Type", "application/json", "X-CSRF-TOKEN", cookie("carequeue-csrf"));
        assertThat(post("/api/queues", "{}", headers).statusCode()).isNotEqualTo(403);
    }

    private HttpResponse<String> signIn(String password) throws Exception {
        Map<String, String> fields = Map.of("username", "front-desk", "password", password, "_csrf", "");
        String body = fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return post(
                "/sign-in",
                body,
                Map.of("Content-Type", "application/x-www-form-urlencoded", "X-CSRF-TOKEN", cookie("carequeue-csrf")));
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(URI.create(origin() + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(origin() + path)).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return browser.send(request.build(), BodyHandlers.ofString());
    }
}
