package carequeue.app.benchmark;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import org.awaitility.Awaitility;

/** Clients over loopback that each keep the stream of one queue open, and note when they were told which position. */
final class OpenStreams implements AutoCloseable {

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .build();
    private final List<Listener> listeners = new ArrayList<>();

    OpenStreams(Clinic clinic, String queueId, int count) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(clinic.origin() + "/api/queues/" + queueId + "/stream"))
                .header("Authorization", "Basic " + basic("front-desk:" + Clinic.PASSWORD))
                .build();
        for (int i = 0; i < count; i++) {
            Listener listener = new Listener();
            listeners.add(listener);
            http.sendAsync(request, HttpResponse.BodyHandlers.fromLineSubscriber(listener));
        }
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> listeners.stream().noneMatch(listener -> listener.told.isEmpty()));
    }

    private static String basic(String credentials) {
        return Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    /** Waits until everybody was told a position. */
    void await(long position) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> listeners.stream().allMatch(listener -> listener.last >= position));
    }

    /** The time from each commit to its event, at each of the streams. */
    Times since(List<Commit> commits) {
        List<Long> nanos = new ArrayList<>();
        for (Listener listener : listeners) {
            var told = listener.told.iterator();
            Told next = told.next();
            for (Commit commit : commits) {
                while (next.position() < commit.position()) {
                    next = told.next();
                }
                nanos.add(Math.max(0, next.nanos() - commit.nanos()));
            }
        }
        return Times.of(nanos);
    }

    @Override
    public void close() {
        listeners.forEach(listener -> listener.subscription.cancel());
        threads.shutdown();
    }

    /** An order that was carried out. */
    record Commit(String entryId, long position, long nanos, long millis) {}

    private record Told(long position, long nanos) {}

    private static final class Listener implements Flow.Subscriber<String> {
        private final ConcurrentLinkedQueue<Told> told = new ConcurrentLinkedQueue<>();
        private volatile Flow.Subscription subscription;
        private volatile long last = -1;

        @Override
        public void onSubscribe(Flow.Subscription begun) {
            subscription = begun;
            begun.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (line.startsWith("id:")) {
                last = Long.parseLong(line.substring(3).strip());
                told.add(new Told(last, System.nanoTime()));
            }
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    }
}
