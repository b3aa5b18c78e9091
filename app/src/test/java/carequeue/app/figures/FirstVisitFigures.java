package carequeue.app.figures;

import carequeue.app.journey.Caller;
import carequeue.app.process.CareQueueProcess;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints the README's figures: {@code ./mvnw -Pfigures -DskipTests verify}. It claims nothing and asserts no time. */
class FirstVisitFigures {

    private static final int WARM_UP = 100;
    private static final int MEASURED = 200;
    private static final Duration POLL = Duration.ofMillis(2);
    private static final Duration ARRIVALS = Duration.ofMillis(250);

    @Test
    void print(@TempDir Path directory) throws IOException {
        Path jar = Path.of("target", "carequeue.jar").toAbsolutePath();
        StringBuilder out = new StringBuilder("\n");
        out.append("cores: ").append(Runtime.getRuntime().availableProcessors());
        out.append(", JDK: ").append(Runtime.version()).append('\n');
        out.append("size of the jar: ").append(Files.size(jar) / 1_000_000).append(" MB\n");
        try (CareQueueProcess careQueue = CareQueueProcess.ofJar(directory.resolve("data"), jar)) {
            out.append("first start to ready: ")
                    .append(seconds(careQueue.start()))
                    .append('\n');
            for (int i = 1; i <= 3; i++) {
                careQueue.stop();
                out.append("later start to ready: ")
                        .append(seconds(careQueue.start()))
                        .append('\n');
            }
            Caller desk = careQueue.as("front-desk");
            measure(desk, WARM_UP, "w");
            List<Duration> times = measure(desk, MEASURED, "m");
            out.append(
                            "check-in, POST to the ticket on the board, one at a time, a quarter of a second between them: p50 ")
                    .append(percentile(times, 50))
                    .append(" ms, p99 ")
                    .append(percentile(times, 99))
                    .append(" ms (")
                    .append(times.size())
                    .append(" walk-ins)\n");
            List<Duration> empty = empty(desk);
            out.append("an empty request in the same run: p50 ")
                    .append(percentile(empty, 50))
                    .append(" ms, p99 ")
                    .append(percentile(empty, 99))
                    .append(" ms\n");
        }
        System.out.println(out);
    }

    private static List<Duration> measure(Caller desk, int times, String name) {
        List<Duration> durations = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            String body = """
                    {"siteId": "main", "walkIn": {"patient": {"firstName": "Figure", "lastName": "%s%d", "birthDate": "1990-01-02"},
                     "serviceId": "lab", "reason": "blood test"}}""".formatted(name, i);
            long began = System.nanoTime();
            String visit =
                    desk.post("/api/check-ins", body).body().get("visitId").asText();
            String ticket = null;
            String queue = null;
            while (ticket == null) {
                pause(POLL);
                JsonNode checkIn = desk.get("/api/check-ins/" + visit).body();
                ticket = checkIn.path("ticket").asText(null);
                queue = checkIn.path("queueId").asText(null);
            }
            while (!desk.get("/api/queues/" + queue).text().contains("\"" + ticket + "\"")) {
                pause(POLL);
            }
            durations.add(Duration.ofNanos(System.nanoTime() - began));
            pause(ARRIVALS);
        }
        return durations;
    }

    private static List<Duration> empty(Caller desk) {
        List<Duration> durations = new ArrayList<>();
        for (int i = 0; i < MEASURED; i++) {
            long began = System.nanoTime();
            desk.get("/api/sites");
            durations.add(Duration.ofNanos(System.nanoTime() - began));
        }
        return durations;
    }

    private static void pause(Duration duration) {
        try {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String seconds(Duration duration) {
        return "%.1f s".formatted(duration.toMillis() / 1000.0);
    }

    private static String percentile(List<Duration> durations, int percent) {
        List<Duration> sorted = durations.stream().sorted().toList();
        return "%.1f"
                .formatted(sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100))
                                .toNanos()
                        / 1e6);
    }
}
