package carequeue.app.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The long forms of what the outside does to us: {@code -Dcarequeue.proof=load} every adapter under load, healthy and with a tenth of errors and up to a
 * second of delay ({@code -Dcarequeue.proof.visitors=}), {@code -Dcarequeue.proof=matrix} each service in each condition alone.
 */
class OutsideProof {

    private static final String WHICH = System.getProperty("carequeue.proof", "load,matrix");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int LANES = 4;

    /** How many writes one attempt of a service makes at most: a patient and an appointment, a charge and its customer. */
    private static final Map<String, Integer> WRITES = Map.of(
            "ehr", 2, "pms", 2, "payer", 1, "payer-edi", 1, "claims", 1, "sms", 1, "push", 1, "email", 1, "payment", 2);

    @Test
    void everyAdapterUnderLoad(@TempDir Path directory) throws InterruptedException {
        if (!WHICH.contains("load")) {
            return;
        }
        int visitors = Integer.getInteger("carequeue.proof.visitors", 100);
        try (FullClinic clinic = quietClinic(directory)) {
            load(clinic, "healthy", 0, visitors, "");
            load(clinic, "10 % errors, up to 1 s", visitors, visitors, "\"errorRate\": 0.1, \"upToMillis\": 1000");
        }
    }

    /** Nothing but what the visitors ask for: plans are read once, and what fails is tried again soon. */
    private static FullClinic quietClinic(Path directory) {
        return new FullClinic(
                directory,
                "carequeue.ehr.sync-every=30m",
                "carequeue.pms.sync-every=30m",
                "carequeue.outbox.backoff-most=10s");
    }

    private static void load(FullClinic clinic, String name, int from, int count, String faults)
            throws InterruptedException {
        Steps steps = new Steps();
        List<Visitor> visitors = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            visitors.add(new Visitor(clinic, steps, i));
        }
        FullClinic.SERVICES.values().forEach(service -> clinic.broken(service, faults));
        carequeue.app.journey.Caller.nobody(clinic.outside()).delete("/calls");
        Instant begun = Instant.now();
        walk(visitors);
        MadeUp made = new MadeUp(clinic);
        made.comesToRest(PATIENCE);
        JsonNode calls = clinic.there("/calls");
        long seconds = Duration.between(begun, Instant.now()).toSeconds();
        FullClinic.SERVICES.values().forEach(service -> clinic.broken(service, ""));
        List<ServiceFigures.Row> rows = new ServiceFigures(clinic).since(begun, calls);
        System.out.println(name + ": " + count + " visitors, " + LANES + " at once, " + seconds + " s");
        System.out.println("| adapter | effects | done | attempts | calls | writes | a second | p50 ms | p99 ms |");
        rows.forEach(System.out::println);
        steps.print(name);
        assertThat(made.wrong(visitors, PATIENCE)).isEmpty();
        assertThat(rows).hasSize(9).allSatisfy(row -> {
            assertThat(row.done()).as(row.service()).isEqualTo(row.effects());
            int most = WRITES.getOrDefault(row.service(), 1);
            assertThat(row.writes()).as("writes of " + row.service()).isLessThanOrEqualTo(row.attempts() * most);
        });
    }

    private static void walk(List<Visitor> visitors) throws InterruptedException {
        ExecutorService[] lanes = new ExecutorService[LANES];
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < LANES; i++) {
            lanes[i] = Executors.newSingleThreadExecutor();
        }
        for (Visitor visitor : visitors) {
            all.add(CompletableFuture.runAsync(visitor::wholeWay, lanes[visitor.number % LANES]));
        }
        all.forEach(CompletableFuture::join);
        for (ExecutorService lane : lanes) {
            lane.shutdown();
        }
    }

    @Test
    void eachServiceInEachConditionAlone(@TempDir Path directory) {
        if (!WHICH.contains("matrix")) {
            return;
        }
        Map<String, String> conditions = new TreeMap<>(Map.of(
                "slow, 2 s", "\"latencyMillis\": 2000",
                "failing, 30 %", "\"errorRate\": 0.3",
                "answers lost, 30 %", "\"lostRate\": 0.3",
                "hanging", "\"timeout\": true",
                "down", "\"outage\": true"));
        try (FullClinic clinic = quietClinic(directory)) {
            List<Visitor> visitors = new ArrayList<>();
            for (Map.Entry<String, String> service : new TreeMap<>(FullClinic.SERVICES).entrySet()) {
                for (Map.Entry<String, String> condition : conditions.entrySet()) {
                    Visitor visitor = new Visitor(clinic, new Steps(), visitors.size());
                    visitors.add(visitor);
                    Instant begun = Instant.now();
                    clinic.broken(service.getValue(), condition.getValue());
                    visitor.wholeWay();
                    clinic.broken(service.getValue(), "");
                    System.out.println("| %s | %s | %.1f s |"
                            .formatted(
                                    service.getKey(),
                                    condition.getKey(),
                                    Duration.between(begun, Instant.now()).toMillis() / 1000.0));
                }
            }
            List<String> wrong = new MadeUp(clinic).wrong(visitors, PATIENCE);
            System.out.println(
                    visitors.size() + " visitors, made up for: " + (wrong.isEmpty() ? "all" : "not " + wrong));
            assertThat(wrong).isEmpty();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(clinic.as("admin")
                                    .get("/api/integrations/health")
                                    .text())
                            .doesNotContain("\"down\""));
        }
    }
}
