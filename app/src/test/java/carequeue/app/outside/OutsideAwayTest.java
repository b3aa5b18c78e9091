package carequeue.app.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller;
import carequeue.app.journey.Caller.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Everything outside refuses connections, or one service after another is away, slow or failing: the clinic goes on, and afterwards all is made up for, once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutsideAwayTest {

    private static final List<List<String>> TOGETHER = List.of(
            List.of("ehr", "pms"), List.of("payer", "claims"), List.of("twilio", "mail", "push"), List.of("stripe"));
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Steps steps = new Steps();
    private FullClinic clinic;
    private int number;

    @BeforeAll
    void start(@TempDir Path directory) {
        clinic = new FullClinic(
                directory,
                "carequeue.outbox.backoff-most=2s",
                "carequeue.inbound.backoff-most=2s",
                "carequeue.integrations.probe-every=2s");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(clinic.as("admin")
                                .get("/api/integrations/health")
                                .text())
                        .doesNotContain("down"));
    }

    @AfterAll
    void stop() {
        clinic.close();
    }

    private Visitor next() {
        return new Visitor(clinic, steps, number++);
    }

    private static void served(Visitor visitor, boolean cash) {
        visitor.checkIn();
        visitor.says();
        visitor.served();
        visitor.pays(2_500, cash);
        visitor.billed();
    }

    private void madeUp(List<Visitor> visitors) {
        assertThat(new MadeUp(clinic).wrong(visitors, PATIENCE)).isEmpty();
    }

    @Test
    void withEverythingOutsideRefusedTheDayIsWorkedByHandAndMadeUpForAfterwards() {
        Caller desk = clinic.as("front-desk");
        String till = ok(
                        desk.post("/api/sites/main/tills", "{\"cash\": {\"amount\": 10000, \"currency\": \"USD\"}}"),
                        201)
                .body()
                .path("tillId")
                .asText();
        List<Visitor> visitors = List.of(next(), next());
        clinic.refuses();
        try {
            visitors.forEach(visitor -> served(visitor, true));
            String count = "{\"counted\": {\"amount\": 15000, \"currency\": \"USD\"}}";
            ok(desk.post("/api/sites/main/tills/" + till + "/count", count), 200);
            ok(desk.post("/api/sites/main/tills/" + till + "/close", count), 200);
            clinic.jdbc()
                    .sql("select distinct queue_id from board_entry")
                    .query(String.class)
                    .list()
                    .forEach(
                            queue -> ok(desk.post("/api/queues/" + queue + "/close", "{\"waiting\": \"leave\"}"), 202));
        } finally {
            clinic.comesBack();
        }
        madeUp(visitors);
    }

    @Test
    void whicheverServiceIsAwayPatientsFlowAndItIsToldAfterwards() {
        List<Visitor> visitors = new ArrayList<>();
        for (List<String> away : TOGETHER) {
            Visitor visitor = next();
            away.forEach(service -> clinic.broken(service, "\"outage\": true"));
            served(visitor, false);
            away.forEach(service -> clinic.broken(service, ""));
            visitors.add(visitor);
        }
        madeUp(visitors);
    }

    @Test
    void allSlowOrFailingPatientsFlowAndEverythingHappensOnce() {
        List<Visitor> visitors = new ArrayList<>();
        for (String broken : List.of("\"latencyMillis\": 1500", "\"errorRate\": 0.3", "\"lostRate\": 0.3")) {
            FullClinic.SERVICES.values().forEach(service -> clinic.broken(service, broken));
            Visitor visitor = next();
            served(visitor, false);
            visitors.add(visitor);
            FullClinic.SERVICES.values().forEach(service -> clinic.broken(service, ""));
        }
        madeUp(visitors);
    }

    private static Answer ok(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer;
    }
}
