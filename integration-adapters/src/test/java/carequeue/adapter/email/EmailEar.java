package carequeue.adapter.email;

import carequeue.adapter.email.news.Tellers;
import carequeue.adapter.email.smtp.MailSettings;
import carequeue.adapter.email.smtp.SmtpEmail;
import carequeue.adapter.inbound.InboundBench;
import carequeue.adapter.inbound.RawBodies;
import carequeue.adapter.message.MessageBench;
import carequeue.adapter.message.PublicAddress;
import carequeue.adapter.message.Word;
import carequeue.adapter.outbox.Dispatcher;
import carequeue.adapter.secrets.Secret;
import carequeue.api.notification.NotificationCommand.RecordDelivery;
import carequeue.api.patient.PatientCommand.ChangeConsent;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

/** The door for news of emails on a port of its own, and everything behind it. */
final class EmailEar implements AutoCloseable {

    static final String SECRET = "whsec_c2FuZGJveC1tYWlsLXdlYmhvb2s=";

    final MessageBench bench;
    final InboundBench inbound = new InboundBench();
    final UnsubscribeDoor unsubscribe;
    private final HttpServer server;
    private final EmailDoor door;
    private final Dispatcher node;

    EmailEar(Path directory) {
        bench = new MessageBench(directory);
        server = server();
        var ours = new PublicAddress("http://localhost:" + server.getAddress().getPort());
        var settings = settings(URI.create("smtp://localhost:" + bench.sandbox.mailPort()), true);
        var templates = new EmailTemplates();
        var links = new Unsubscribing(bench.sealing, ours);
        door = new EmailDoor(settings, inbound.envelopes, inbound.json, Clock.systemUTC());
        unsubscribe = new UnsubscribeDoor(links, templates, inbound.envelopes, Clock.systemUTC());
        server.createContext("/webhooks/email", this::hear);
        server.start();
        inbound.outbox.hearing(RecordDelivery.class, ChangeConsent.class);
        inbound.start(new EmailReceipts(new Word(bench.attempts), inbound.json));
        var email = new SmtpEmail(settings, bench.guards, Clock.systemUTC());
        node = bench.node(
                bench.by(new EmailWay(email, templates, bench.settings, bench.pages, links, new Tellers(List.of()))));
        node.start();
    }

    static MailSettings settings(URI url, boolean plain) {
        return new MailSettings(
                url,
                plain,
                null,
                null,
                "no-reply@clinic.example",
                Secret.of(SECRET),
                null,
                Duration.ofSeconds(2),
                Duration.ofSeconds(4));
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void hear(HttpExchange exchange) throws IOException {
        var request = new MockHttpServletRequest("POST", "/webhooks/email");
        exchange.getRequestHeaders().forEach((name, values) -> request.addHeader(name, values.get(0)));
        ResponseEntity<Void> answer = take(request, exchange.getRequestBody().readAllBytes());
        exchange.sendResponseHeaders(answer.getStatusCode().value(), -1);
        exchange.close();
    }

    ResponseEntity<Void> take(MockHttpServletRequest request, byte[] body) {
        request.setAttribute(RawBodies.class.getName(), body);
        return door.take(request);
    }

    <T> List<T> told(Class<T> type) {
        return inbound.outbox.commands.stream()
                .map(command -> command.getPayload())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Override
    public void close() {
        node.stop();
        server.stop(0);
        inbound.close();
        bench.close();
    }
}
