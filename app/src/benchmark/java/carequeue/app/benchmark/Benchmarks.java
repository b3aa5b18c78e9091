package carequeue.app.benchmark;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Measures, claims nothing and asserts no time: {@code ./mvnw -Pbenchmarks -DskipTests verify}, of which {@code
 * -Dcarequeue.benchmarks=create,small,queue,latency,streams,replay} runs a part.
 */
class Benchmarks {

    /** One group of measurements. */
    interface Suite {
        void run(Report report) throws Exception;
    }

    @Test
    void run() throws Exception {
        Map<String, Suite> suites = new LinkedHashMap<>();
        suites.put("create", CommandBenchmarks::creates);
        suites.put("small", CommandBenchmarks::small);
        suites.put("queue", CommandBenchmarks::queue);
        suites.put("latency", LatencyBenchmarks::run);
        suites.put("streams", StreamBenchmarks::run);
        suites.put("replay", ReplayBenchmarks::run);
        Report report = new Report();
        for (String name : System.getProperty("carequeue.benchmarks", String.join(",", suites.keySet()))
                .split(",")) {
            Suite suite = suites.get(name.strip());
            if (suite == null) {
                throw new IllegalArgumentException(
                        "no benchmarks named " + name + ", choose of " + List.copyOf(suites.keySet()));
            }
            suite.run(report);
        }
        report.write(Path.of("target", "benchmarks.md"));
    }
}
