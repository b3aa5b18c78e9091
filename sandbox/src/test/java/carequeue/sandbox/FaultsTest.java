package carequeue.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The switch that breaks the EHR on purpose, the counter of calls, and the page that shows both. */
class FaultsTest {

    private static final String READ = "/fhir/Patient/1c9c3e06-993f-642c-b8ca-94597198c353";

    @TempDir
    static Path directory;

    static RunningSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = RunningSandbox.in(directory);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @AfterEach
    void mend() {
        set("");
        sandbox.send(HttpRequest.newBuilder(sandbox.uri("/calls")).DELETE());
    }

    @Test
    void anOutageRefusesTheEhrAndNothingElse() {
        assertThat(set(",\"outage\":true")).isEqualTo(200);
        assertThat(sandbox.get(READ).statusCode()).isEqualTo(503);
        assertThat(sandbox.get(READ).body()).contains("OperationOutcome");
        assertThat(sandbox.get("/faults").body()).contains("\"outage\":true");
        assertThat(sandbox.get("/").body()).contains("out of order");
        set("");
        assertThat(sandbox.get(READ).statusCode()).isEqualTo(200);
    }

    @Test
    void anErrorRateIsTheShareThatFails() {
        set(",\"errorRate\":0.25");
        List<Integer> answers =
                Stream.generate(() -> sandbox.get(READ).statusCode()).limit(12).toList();
        assertThat(answers).filteredOn(it -> it == 500).hasSize(3);
        assertThat(answers).filteredOn(it -> it == 200).hasSize(9);
    }

    @Test
    void mendingLetsGoOfCallsThatHang() {
        set(",\"timeout\":true");
        var hanging = CompletableFuture.supplyAsync(() -> sandbox.get(READ).statusCode());
        Awaitility.await().until(() -> sandbox.get("/calls").body().contains("GET /fhir/Patient/{id}"));
        assertThat(hanging).isNotDone();
        set("");
        Awaitility.await().until(hanging::isDone);
        assertThat(hanging.join()).isEqualTo(504);
    }

    @Test
    void aLateAnswerIsStillTheAnswer() {
        set(",\"latencyMillis\":1500");
        long begun = System.nanoTime();
        assertThat(sandbox.get(READ).statusCode()).isEqualTo(200);
        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(1_500_000_000L);
    }

    @Test
    void refusesNonsense() {
        assertThat(set(",\"errorRate\":7")).isEqualTo(400);
        assertThat(sandbox.post("/faults", "application/json", "{\"service\":\"moon\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void countsTheCallsThatArrive() {
        sandbox.get(READ);
        sandbox.get("/fhir/Patient?family=bruen");
        set(",\"outage\":true");
        sandbox.get(READ);
        assertThat(sandbox.get("/calls").body())
                .isEqualTo("{\"total\":3,\"calls\":{\"GET /fhir/Patient\":1,\"GET /fhir/Patient/{id}\":2}}");
    }

    @Test
    void thePageShowsTheDayAndTurnsTheOutageOnAndOff() {
        String page = sandbox.get("/").body();
        assertThat(page)
                .contains("Business day 2026-11-23", "Bruen238", "has no MRN of the site", "has died", "None yet.")
                .contains("lang=\"en\"", "<h1>");
        assertThat(sandbox.get("/sandbox.css").statusCode()).isEqualTo(200);
        String form = "application/x-www-form-urlencoded";
        assertThat(sandbox.post("/outage", form, "on=true").statusCode()).isEqualTo(303);
        assertThat(sandbox.get(READ).statusCode()).isEqualTo(503);
        assertThat(sandbox.post("/outage", form, "on=false").statusCode()).isEqualTo(303);
        assertThat(sandbox.get(READ).statusCode()).isEqualTo(200);
    }

    private static int set(String faults) {
        return sandbox.post("/faults", "application/json", "{\"service\":\"ehr\"" + faults + "}")
                .statusCode();
    }
}
