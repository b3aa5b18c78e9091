package carequeue.app.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything outside refuses connections for half an hour, then each service alone is away for three minutes, at one check-in a second: {@code
 * -Dcarequeue.proof=away}, with {@code -Dcarequeue.proof.minutes=} and {@code -Dcarequeue.proof.alone-seconds=}.
 */
class AwayProof {

    private static final String WHICH = System.getProperty("carequeue.proof", "away");
    private static final List<String> ORDERS = List.of("check in", "placed in line", "call", "start", "complete");

    private int number;
    private Steps healthy;

    @Test
    void patientsFlowWhileEverythingOutsideIsDead(@TempDir Path directory) throws Exception {
        if (!WHICH.contains("away")) {
            return;
        }
        int seconds = 60 * Integer.getInteger("carequeue.proof.minutes", 30);
        int alone = Integer.getInteger("carequeue.proof.alone-seconds", 180);
        try (FullClinic clinic = new FullClinic(directory)) {
            List<Visitor> all = new ArrayList<>();
            flow(clinic, new Steps(), Math.min(30, seconds), all);
            healthy = new Steps();
            flow(clinic, healthy, Math.min(180, seconds), all);
            print("healthy", healthy);
            Steps dead = new Steps();
            clinic.refuses();
            flow(clinic, dead, seconds, all);
            long backlog = new MadeUp(clinic).count();
            clinic.comesBack();
            drained(clinic, backlog);
            print("all refused for " + seconds + " s", dead);
            for (String service : new TreeSet<>(FullClinic.SERVICES.values())) {
                Steps steps = new Steps();
                clinic.broken(service, "\"outage\": true");
                flow(clinic, steps, alone, all);
                clinic.broken(service, "");
                print(service + " away for " + alone + " s", steps);
            }
            List<String> wrong = new MadeUp(clinic).wrong(all, Duration.ofMinutes(20));
            System.out.println(all.size() + " visits, wrong outside: " + wrong);
            assertThat(wrong).isEmpty();
        }
    }

    private static void drained(FullClinic clinic, long backlog) {
        Instant back = Instant.now();
        new MadeUp(clinic).comesToRest(Duration.ofMinutes(20));
        double took = Duration.between(back, Instant.now()).toMillis() / 1000.0;
        System.out.printf(
                "backlog at the return: %d effects, none left after %.1f s, %.1f a second%n",
                backlog, took, backlog / took);
    }

    /** One check-in a second, each patient called and served; who has to wait for a room waits for their lane. */
    private void flow(FullClinic clinic, Steps steps, int seconds, List<Visitor> all) throws InterruptedException {
        ExecutorService[] lanes = new ExecutorService[4];
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = Executors.newSingleThreadExecutor();
        }
        List<CompletableFuture<Void>> running = new ArrayList<>();
        long next = System.nanoTime();
        for (int i = 0; i < seconds; i++) {
            Visitor visitor = new Visitor(clinic, steps, 3 * number++);
            all.add(visitor);
            running.add(CompletableFuture.runAsync(visitor::comesAndGoes, lanes[i % lanes.length]));
            next += TimeUnit.SECONDS.toNanos(1);
            TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
        }
        running.forEach(CompletableFuture::join);
        for (ExecutorService lane : lanes) {
            lane.shutdown();
        }
    }

    private void print(String name, Steps steps) {
        for (String order : ORDERS) {
            System.out.println("| %s | %s | %d | %.0f | %.0f | %.2f |"
                    .formatted(
                            name,
                            order,
                            steps.counted().getOrDefault(order, 0),
                            steps.millis(order, 0.5),
                            steps.millis(order, 0.99),
                            steps.millis(order, 0.99) / healthy.millis(order, 0.99)));
        }
    }
}
