package carequeue.app.figures;

import carequeue.app.process.CareQueueProcess;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Later starts to ready, plain and with the class archive in turn: {@code ./mvnw -Pfigures -DskipTests -Dtest=LaterStartFigures verify}. */
class LaterStartFigures {

    private static final int ROUNDS = Integer.getInteger("carequeue.figures.rounds", 5);
    private static final String ONE_COMPILER = "-XX:TieredStopAtLevel=1";

    @Test
    void print(@TempDir Path directory) throws Exception {
        Path jar = Path.of("target", "carequeue.jar").toAbsolutePath();
        Path data = directory.resolve("data");
        Path extracted = extract(jar, directory.resolve("extracted"));
        Path archive = directory.resolve("carequeue.jsa");
        CareQueueProcess plain = CareQueueProcess.ofJar(data, jar);
        CareQueueProcess archived = CareQueueProcess.archived(data, extracted, archive);
        CareQueueProcess asMvnw = CareQueueProcess.archived(data, extracted, archive, ONE_COMPILER);
        train(asMvnw, archive);
        Map<String, CareQueueProcess> ways = new LinkedHashMap<>();
        ways.put("plain (java -jar)", plain);
        ways.put("with the class archive", archived);
        ways.put("with the class archive and the quick compiler only, as ./mvnw starts it", asMvnw);
        System.out.println(table(rounds(ways)));
    }

    private static Path extract(Path jar, Path into) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        int code = new ProcessBuilder(
                        java, "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", into.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("the jar cannot be extracted: " + code);
        }
        return into.resolve(jar.getFileName());
    }

    /** The start that makes the data directory and, at rest, the archive. */
    private static void train(CareQueueProcess process, Path archive) {
        process.start();
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .until(() -> Files.exists(archive.resolveSibling(archive.getFileName() + ".of")));
        process.stop();
        if (!Files.exists(archive)) {
            throw new IllegalStateException("no archive was made:\n" + process.said());
        }
    }

    private static Map<String, List<Double>> rounds(Map<String, CareQueueProcess> ways) {
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        for (int round = 0; round <= ROUNDS; round++) {
            for (var way : ways.entrySet()) {
                double took = way.getValue().start().toMillis() / 1000.0;
                way.getValue().stop();
                if (round > 0) {
                    seconds.computeIfAbsent(way.getKey(), name -> new ArrayList<>())
                            .add(took);
                }
            }
        }
        return seconds;
    }

    private static String table(Map<String, List<Double>> seconds) {
        StringBuilder out = new StringBuilder("\nLater starts to ready, in turn, JDK %s, %d cores, load %.1f\n\n"
                .formatted(
                        Runtime.version(),
                        Runtime.getRuntime().availableProcessors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        out.append("| how | seconds | median | ratio to plain (median of the rounds) |\n| --- | --- | --- | --- |\n");
        List<Double> plain = seconds.values().iterator().next();
        seconds.forEach((how, times) -> {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < times.size(); i++) {
                ratios.add(times.get(i) / plain.get(i));
            }
            out.append("| %s | %s | %.1f | %.2f |\n".formatted(how, times, median(times), median(ratios)));
        });
        return out.toString();
    }

    private static double median(List<Double> numbers) {
        return numbers.stream().sorted().toList().get(numbers.size() / 2);
    }
}
