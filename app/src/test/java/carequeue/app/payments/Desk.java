package carequeue.app.payments;

import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller;
import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Whoever orders at the clinic: an order is sent again under its key, to whichever node answers, until it is answered. */
final class Desk {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final List<String> origins;
    private final AtomicInteger turn = new AtomicInteger();

    Desk(List<String> origins) {
        this.origins = origins;
    }

    /** Orders something once. */
    Answer order(String role, String path, String body) {
        String key = UUID.randomUUID().toString();
        return answered(() -> as(role).post(path, body, "Idempotency-Key", key));
    }

    /** An order to a payment. */
    Answer order(String role, String payment, String order, String body) {
        return order(role, "/api/payments/" + payment + "/" + order, body);
    }

    /** A payment as it is shown. */
    JsonNode seen(String payment) {
        return answered(() -> as("billing").get("/api/payments/" + payment)).body();
    }

    /** Asks the provider about every attempt of a payment; one that waits for somebody who has gone home is called off. */
    void settle(String payment) {
        JsonNode seen = seen(payment);
        boolean waits = "requires-action".equals(seen.path("state").asText());
        seen.path("attempts").forEach(a -> {
            String attempt = "attempts/" + a.get("attemptId").asText();
            order("front-desk", payment, attempt + "/check", "{}");
            if (waits) {
                order("front-desk", payment, attempt + "/cancel", "{\"reason\": \"has gone home\"}");
            }
        });
    }

    private Caller as(String role) {
        String origin = origins.get(Math.floorMod(turn.getAndIncrement(), origins.size()));
        return Caller.as(origin, role, Place.PASSWORD);
    }

    private interface Call {
        Answer make();
    }

    private static Answer answered(Call call) {
        Answer first = tried(call);
        if (first != null) {
            return first;
        }
        AtomicReference<Answer> answer = new AtomicReference<>();
        await().atMost(PATIENCE)
                .pollDelay(Duration.ofMillis(50))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    answer.set(tried(call));
                    return Objects.nonNull(answer.get());
                });
        return answer.get();
    }

    private static Answer tried(Call call) {
        try {
            Answer answer = call.make();
            String problem = answer.body().path("type").asText();
            boolean again = answer.status() >= 500 || problem.contains("still-running") || answer.status() == 429;
            return again ? null : answer;
        } catch (UncheckedIOException nobodyThere) {
            return null;
        }
    }
}
