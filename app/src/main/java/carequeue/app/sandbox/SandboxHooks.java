package carequeue.app.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Tells the sandbox beside us where this application hears of payments, as a person would on the provider's pages. */
final class SandboxHooks {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxHooks.class);

    private final SandboxBeside sandbox;
    private final Environment environment;
    private final ObjectMapper json;

    SandboxHooks(SandboxBeside sandbox, Environment environment, ObjectMapper json) {
        this.sandbox = sandbox;
        this.environment = environment;
        this.json = json;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        String here = "http://localhost:" + environment.getProperty("local.server.port", "8080");
        try {
            String body = json.writeValueAsString(Map.of(
                    "url",
                    here + "/webhooks/stripe",
                    "secret",
                    environment.getProperty("carequeue.stripe.webhook-secret", "")));
            HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url() + "/stripe/control/webhook"))
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            LOG.warn("The sandbox could not be told where payments are heard of");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
