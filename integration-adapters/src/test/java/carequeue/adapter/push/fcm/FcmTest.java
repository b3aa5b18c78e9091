package carequeue.adapter.push.fcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import carequeue.adapter.message.Sent;
import carequeue.adapter.push.Device;
import carequeue.adapter.push.Push;
import carequeue.adapter.push.PushBench;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.secrets.Secret;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** FCM's HTTP v1 as Firebase documents it (method projects.messages.send, its error codes); tokens as Google's OAuth answers them. */
class FcmTest {

    private static final Device PHONE = new Device("fcm", null, null, null, "fcm-token-of-a-phone");

    private final List<String> asked = new ArrayList<>();
    private final List<String> authorizations = new ArrayList<>();
    private HttpServer google;
    private int status = 200;
    private String answer = "{\"name\":\"projects/clinic/messages/0:1500415314455276%31bd1c9631bd1c96\"}";
    private Fcm fcm;

    @BeforeEach
    void start() throws Exception {
        google = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        google.createContext(
                "/token",
                e -> answer(e, 200, "{\"access_token\":\"ya29.x\",\"expires_in\":3599,\"token_type\":\"Bearer\"}"));
        google.createContext("/v1", this::message);
        google.start();
        String url = "http://localhost:" + google.getAddress().getPort();
        fcm = new Fcm(new FcmSettings(url, "clinic", Secret.of(account(url))), PushBench.guards(), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        google.stop(0);
    }

    private static String account(String url) throws Exception {
        var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        return Push.json(Map.of(
                "type",
                "service_account",
                "project_id",
                "clinic",
                "private_key_id",
                "k1",
                "private_key",
                pem,
                "client_email",
                "push@clinic.example",
                "client_id",
                "1",
                "token_uri",
                url + "/token"));
    }

    private void message(HttpExchange exchange) throws IOException {
        asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        authorizations.add(
                exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Authorization"));
        answer(exchange, status, answer);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void aMessageNamesTheSiteAndIsSentOnceUnderItsName() throws Exception {
        Sent sent = fcm.send(PHONE, PushBench.push(), PushBench.call());
        assertThat(sent.providerId()).isEqualTo(PushBench.push().name().toString());
        assertThat(authorizations).containsExactly("/v1/projects/clinic/messages:send Bearer ya29.x");
        JsonNode message = new ObjectMapper().readTree(asked.get(0)).path("message");
        assertThat(message.path("token").asText()).isEqualTo("fcm-token-of-a-phone");
        assertThat(message.path("notification").path("title").asText()).isEqualTo("Main");
        assertThat(message.path("android").path("collapse_key").asText())
                .isEqualTo(PushBench.push().name().toString());
    }

    @Test
    void aDeviceThatIsGoneIsToldApartFromATroubleThatPasses() {
        status = 404;
        answer =
                "{\"error\":{\"code\":404,\"message\":\"Requested entity was not found.\",\"status\":\"NOT_FOUND\",\"details\":"
                        + "[{\"@type\":\"type.googleapis.com/google.firebase.fcm.v1.FcmError\",\"errorCode\":\"UNREGISTERED\"}]}}";
        assertThat(fcm.send(PHONE, PushBench.push(), PushBench.call()).code()).isEqualTo("gone");
        status = 400;
        answer = "{\"error\":{\"code\":400,\"status\":\"INVALID_ARGUMENT\"}}";
        assertThat(fcm.send(PHONE, PushBench.push(), PushBench.call()).code()).isEqualTo("http-400");
        status = 503;
        answer = "{\"error\":{\"code\":503,\"status\":\"UNAVAILABLE\"}}";
        assertThat(catchThrowable(() -> fcm.send(PHONE, PushBench.push(), PushBench.call())))
                .isInstanceOf(OutsideFailure.Unavailable.class);
    }

    @Test
    void itIsAskedByAMessageThatGoesToNobody() throws Exception {
        FcmHealth health = new FcmHealth(fcm, PushBench.guards());
        health.probe();
        JsonNode message = new ObjectMapper().readTree(asked.get(0));
        assertThat(message.path("validate_only").asBoolean()).isTrue();
        assertThat(message.path("message").has("token")).isFalse();
        status = 403;
        assertThat(catchThrowable(health::probe)).isInstanceOf(OutsideFailure.Rejected.class);
        status = 503;
        assertThat(catchThrowable(health::probe)).isInstanceOf(OutsideFailure.Unavailable.class);
        google.stop(0);
        assertThat(catchThrowable(health::probe)).isInstanceOf(OutsideFailure.Unavailable.class);
    }
}
