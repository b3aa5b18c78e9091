package carequeue.sandbox.stripe;

import carequeue.sandbox.fault.WebhookSender;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells the endpoints that were named to it what happened, signed as Stripe signs. */
final class News {

    private static final String API_VERSION = "2026-07-29.dahlia";

    private final Books books;
    private final WebhookSender sender;
    private final List<ObjectNode> waiting = new ArrayList<>();

    News(Books books, WebhookSender sender) {
        this.books = books;
        this.sender = sender;
    }

    /** Something happened; it is told when the call that made it is written down. */
    void tell(String type, ObjectNode object) {
        ObjectNode event = books.make("evt", "event")
                .put("type", type)
                .put("api_version", API_VERSION)
                .put("pending_webhooks", 1);
        if (!books.account().isEmpty()) {
            event.put("account", books.account());
        }
        event.putObject("data").set("object", object.deepCopy());
        books.put(event);
        waiting.add(event);
    }

    /** Sends what waits. */
    void send() {
        String whose = books.account();
        books.as("");
        List<ObjectNode> endpoints = books.all("webhook_endpoint");
        books.as(whose);
        for (ObjectNode event : waiting) {
            endpoints.forEach(endpoint -> sender.send(request(endpoint, event.toString())));
        }
        waiting.clear();
    }

    /** Names an endpoint; the same address again takes the new secret. */
    ObjectNode endpoint(String url, String secret) {
        ObjectNode known = books.all("webhook_endpoint").stream()
                .filter(e -> url.equals(e.get("url").asText()))
                .findFirst()
                .orElseGet(() -> books.make("we", "webhook_endpoint").put("url", url));
        String kept = secret == null
                ? "whsec_" + books.make("x", "x").get("id").asText().substring(2)
                : secret;
        known.put("status", "enabled").put("secret", kept);
        books.put(known);
        return known;
    }

    private HttpRequest request(ObjectNode endpoint, String body) {
        long at = books.now();
        String signature = "t=" + at + ",v1=" + sign(endpoint.get("secret").asText(), at + "." + body);
        return HttpRequest.newBuilder(URI.create(endpoint.get("url").asText()))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Stripe-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static String sign(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
