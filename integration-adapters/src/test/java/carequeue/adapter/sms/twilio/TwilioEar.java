package carequeue.adapter.sms.twilio;

import carequeue.adapter.inbound.InboundBench;
import carequeue.adapter.inbound.RawBodies;
import carequeue.adapter.message.MessageBench;
import carequeue.adapter.message.PublicAddress;
import carequeue.adapter.message.Unheard;
import carequeue.adapter.message.Word;
import carequeue.adapter.outbox.Dispatcher;
import carequeue.adapter.secrets.Secret;
import carequeue.adapter.sms.SmsWay;
import carequeue.api.notification.DeliveryStatus;
import carequeue.api.notification.NotificationCommand.RecordDelivery;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

/** The door for Twilio on a port of its own, and everything behind it. */
final class TwilioEar implements AutoCloseable {

    final MessageBench bench;
    final InboundBench inbound = new InboundBench();
    final TwilioAsking asking;
    private final HttpServer server;
    private final TwilioDoor door;
    private final Dispatcher node;

    TwilioEar(Path directory) {
        bench = new MessageBench(directory);
        server = server();
        var ours = new PublicAddress("http://localhost:" + server.getAddress().getPort());
        var settings = new TwilioSettings(
                bench.sandbox.url() + "/twilio",
                "ACcafe0000000000000000000000sandbox",
                Secret.of("sandbox-twilio-token"),
                Secret.of("former-token"),
                "+15005550006",
                null,
                50,
                0,
                null,
                Duration.ofSeconds(2),
                Duration.ofSeconds(4));
        var twilio = new TwilioSms(settings, bench.guards);
        asking = new TwilioAsking(twilio, new Unheard(bench.bench.jdbc, bench.bench.transaction), inbound.envelopes);
        door = new TwilioDoor(settings, ours, inbound.envelopes, bench.sealing);
        server.createContext("/webhooks/twilio", this::hear);
        server.start();
        inbound.outbox.hearing(RecordDelivery.class, carequeue.api.patient.PatientCommand.ChangeConsent.class);
        inbound.start(new TwilioWords(new Word(bench.attempts), bench.attempts, bench.stops, bench.standing));
        node = bench.node(bench.by(new SmsWay(twilio, bench.attempts, bench.settings, bench.pages, ours)));
        node.start();
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/webhooks/twilio";
    }

    private void hear(HttpExchange exchange) throws IOException {
        var request = new MockHttpServletRequest("POST", "/webhooks/twilio");
        request.setQueryString(exchange.getRequestURI().getRawQuery());
        byte[] body = exchange.getRequestBody().readAllBytes();
        request.setAttribute(RawBodies.class.getName(), body);
        String signature = exchange.getRequestHeaders().getFirst("X-Twilio-Signature");
        if (signature != null) {
            request.addHeader("X-Twilio-Signature", signature);
        }
        ResponseEntity<String> answer = door.take(request);
        exchange.sendResponseHeaders(answer.getStatusCode().value(), -1);
        exchange.close();
    }

    int post(String form, String signature) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url())).POST(HttpRequest.BodyPublishers.ofString(form));
        if (signature != null) {
            request.header("X-Twilio-Signature", signature);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** As Twilio's documentation describes it: the address, then each field's name and value in order. */
    static String signature(String token, String url, Map<String, String> fields) throws Exception {
        StringBuilder signed = new StringBuilder(url);
        new TreeMap<>(fields).forEach((name, value) -> signed.append(name).append(value));
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(token.getBytes(java.nio.charset.StandardCharsets.UTF_8), "HmacSHA1"));
        return java.util.Base64.getEncoder()
                .encodeToString(mac.doFinal(signed.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    <T> List<T> told(Class<T> type) {
        return inbound.outbox.commands.stream()
                .map(command -> command.getPayload())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    List<DeliveryStatus> statuses() {
        return told(RecordDelivery.class).stream().map(RecordDelivery::status).toList();
    }

    @Override
    public void close() {
        node.stop();
        server.stop(0);
        inbound.close();
        bench.close();
    }
}
