package carequeue.app.kill;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The sandbox as a process of its own, which nobody kills. */
final class Outside implements AutoCloseable {

    private final int port = Java.freePort();
    private final Process process;

    Outside(Path directory) {
        process = Java.start(
                directory.resolve("sandbox.log"),
                Map.of(),
                "carequeue.sandbox.Sandbox",
                "--directory=" + directory.resolve("sandbox"),
                "--port=" + port);
    }

    void awaitReady() {
        await("the sandbox is ready").atMost(Duration.ofMinutes(2)).until(() -> Http.answers(fhir() + "/metadata"));
    }

    String fhir() {
        return "http://localhost:" + port + "/fhir";
    }

    /** How many calls of each kind have arrived since its start. */
    JsonNode calls() {
        return get("http://localhost:" + port + "/calls").path("calls");
    }

    /** How many resources a search finds. */
    int count(String search) {
        JsonNode bundle = get(fhir() + "/" + search);
        return bundle.path("total").asInt(bundle.path("entry").size());
    }

    private static JsonNode get(String url) {
        try {
            return Http.get(url, "nobody").body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
