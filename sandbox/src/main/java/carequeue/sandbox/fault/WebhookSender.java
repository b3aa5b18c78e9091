package carequeue.sandbox.fault;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells others what happened in a service: again until they have taken it, and as badly as its faults say. */
public final class WebhookSender implements AutoCloseable {

    private static final int MOST_ATTEMPTS = 6;

    private final FaultSwitch faults;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ScheduledExecutorService timer;
    private double dropsDue;
    private double doublesDue;
    private boolean heldBack;

    public WebhookSender(FaultSwitch faults) {
        this.faults = faults;
        this.timer = Executors.newScheduledThreadPool(2, task -> {
            Thread thread = new Thread(task, "sandbox-webhooks");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Sends a request soon; it is repeated, ever more slowly, while nobody answers with 2xx. */
    public void send(HttpRequest request) {
        send(request, Duration.ZERO);
    }

    /** Sends a request after a while. */
    public synchronized void send(HttpRequest request, Duration after) {
        Faults.Hooks broken = faults.now().hooks();
        dropsDue += broken.dropRate();
        doublesDue += broken.duplicateRate();
        if (dropsDue >= 1) {
            dropsDue -= 1;
            return;
        }
        heldBack = broken.outOfOrder() && !heldBack;
        long millis = after.toMillis() + broken.lateMillis() + (heldBack ? 400 : 0);
        later(request, 1, millis);
        if (doublesDue >= 1) {
            doublesDue -= 1;
            later(request, 1, millis + 50);
        }
    }

    private void later(HttpRequest request, int attempt, long millis) {
        if (!timer.isShutdown()) {
            timer.schedule(() -> attempt(request, attempt), millis, TimeUnit.MILLISECONDS);
        }
    }

    private void attempt(HttpRequest request, int attempt) {
        client.sendAsync(request, HttpResponse.BodyHandlers.discarding()).whenComplete((answer, failure) -> {
            boolean taken = failure == null && answer.statusCode() / 100 == 2;
            if (!taken && attempt < MOST_ATTEMPTS) {
                later(request, attempt + 1, 250L << attempt);
            }
        });
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
