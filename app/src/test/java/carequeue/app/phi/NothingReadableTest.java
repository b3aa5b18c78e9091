package carequeue.app.phi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller;
import carequeue.app.journey.Caller.Answer;
import carequeue.app.journey.RunningClinic;
import carequeue.command.patient.Patient;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.Snapshotter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Values planted through every entrance are readable nowhere: no table, no file of the database, not its log, not ours. */
@ExtendWith(OutputCaptureExtension.class)
class NothingReadableTest extends RunningClinic {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<Needle> PLANTED = List.of(
            Needle.of("Quillfeather"),
            Needle.of("Zephyrine"),
            Needle.of("Ombersley"),
            Needle.of("Wilhelmtraut"),
            Needle.of("QX7Z93KM1"),
            Needle.of("5559174462"),
            Needle.of("555-917-4463"),
            Needle.of("zq.planted@quillfeather.example"),
            Needle.of("1931-08-17"),
            Needle.of("1932-09-18"),
            Needle.of("a quivering left eyebrow"),
            Needle.of("MBR88431207Q"));

    private final JdbcTemplate jdbc;
    private final Snapshotter snapshotter;
    private Haystack haystack;
    private Caller desk;

    @Autowired
    NothingReadableTest(Environment settings, Snapshotter snapshotter) {
        // The application's own pool commits nothing by itself.
        this.jdbc = new JdbcTemplate(new DriverManagerDataSource(
                settings.getRequiredProperty("carequeue.database.url"),
                settings.getProperty("carequeue.database.username"),
                settings.getProperty("carequeue.database.password")));
        this.snapshotter = snapshotter;
    }

    @BeforeEach
    void signIn() {
        haystack = new Haystack(jdbc);
        desk = as("front-desk");
    }

    @AfterEach
    void heal() {
        outage(false);
        jdbc.execute("alter table board_patient drop constraint if exists nobody_new");
        jdbc.execute("drop table if exists control");
    }

    @Test
    void noPlantedValueIsFound(CapturedOutput console) {
        String patient = walkIn();
        insure(patient);
        snapshotter.scheduleSnapshot(Patient.class, patient);
        provokeADeadLetter();
        lookUpWhileTheEhrIsAway();
        List<Needle> fromTheEhr = aSyncedPatient();
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(rows("dead_letter")).isPositive();
            assertThat(rows("snapshot")).isPositive();
            assertThat(rows("saga")).isPositive();
        });
        control();

        Map<String, byte[]> contents = haystack.contents();
        for (Needle needle : PLANTED) {
            assertThat(needle.places(contents)).as(needle.value()).isEmpty();
            assertThat(needle.in(console.getAll().getBytes(StandardCharsets.UTF_8)))
                    .as("logged: " + needle.value())
                    .isFalse();
        }
        for (Needle needle : fromTheEhr) {
            assertThat(needle.places(contents)).as(needle.value()).isEmpty();
        }
        theControlIsFound(contents, console);
        itIsStillFoundByWhoMay(patient);
    }

    private String walkIn() {
        Answer asked = desk.post("/api/check-ins", """
                {"siteId": "main", "channel": "desk", "walkIn": {"serviceId": "urgent-care",
                 "reason": "a quivering left eyebrow",
                 "patient": {"firstName": "Zephyrine", "lastName": "Quillfeather", "birthDate": "1931-08-17",
                  "phone": "5559174462", "email": "zq.planted@quillfeather.example", "mrn": "QX7Z93KM1"}}}""");
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        JsonNode done = done(asked.body().get("visitId").asText());
        String queue = done.get("queueId").asText();
        String entry =
                "/api/queues/" + queue + "/entries/" + done.get("entryId").asText();
        assertThat(desk.post(entry + "/call", "{\"servicePoint\": \"room-1\", \"reason\": \"planted\"}")
                        .status())
                .isEqualTo(200);
        assertThat(desk.post(entry + "/start", "{}").status()).isEqualTo(200);
        assertThat(desk.post(entry + "/complete", "{}").status()).isEqualTo(200);
        return search("{\"siteId\": \"main\", \"mrn\": \"QX7Z93KM1\"}");
    }

    private void insure(String patient) {
        Answer put = desk.put("/api/patients/" + patient + "/coverages", """
                {"coverages": [{"order": "primary", "payerId": "aetna", "payerName": "Aetna", "memberId": "MBR88431207Q",
                 "relationship": "self"}]}""");
        assertThat(put.status()).as(put.text()).isBetween(200, 299);
    }

    private void provokeADeadLetter() {
        jdbc.execute("alter table board_patient add constraint nobody_new check (false) not valid");
        Answer asked = desk.post("/api/check-ins", """
                {"siteId": "main", "channel": "desk", "walkIn": {"serviceId": "lab",
                 "patient": {"firstName": "Wilhelmtraut", "lastName": "Ombersley", "birthDate": "1932-09-18",
                  "phone": "555-917-4463"}}}""");
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        await().atMost(SOON).until(() -> rows("dead_letter") > 0);
        jdbc.execute("alter table board_patient drop constraint nobody_new");
    }

    private void lookUpWhileTheEhrIsAway() {
        outage(true);
        Answer asked = desk.post("/api/check-ins", """
                {"siteId": "main", "identifier": {"firstName": "Zephyrine", "lastName": "Ombersley",
                 "birthDate": "1932-09-18", "phone": "555-917-4463"}}""");
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        await().atMost(SOON).until(() -> rows("scheduled_tasks") > 0 || rows("saga") > 0);
    }

    /** A patient whom the day's sync brought: what only they have. */
    private List<Needle> aSyncedPatient() {
        outage(false);
        return await().atMost(SOON)
                .until(
                        () ->
                                jdbc
                                        .queryForList(
                                                "select patient_id from appointment_patient limit 200", String.class)
                                        .stream()
                                        .map(id ->
                                                desk.get("/api/patients/" + id).body())
                                        .filter(p -> List.of("ehr", "pms")
                                                        .contains(
                                                                p.path("source").asText())
                                                && p.path("mrn").asText().length() > 5
                                                && p.path("phone").asText().length() > 6)
                                        .findFirst()
                                        .map(p -> List.of(
                                                Needle.of(p.get("mrn").asText()),
                                                Needle.of(p.get("phone").asText())))
                                        .orElse(List.of()),
                        found -> !found.isEmpty());
    }

    private void control() {
        jdbc.execute("create table control (value text, bytes bytea)");
        jdbc.update("insert into control values ('Control-Ferdinande', convert_to('Control-Leopoldine', 'UTF8'))");
        LoggerFactory.getLogger(getClass()).warn("Control-Theodolinde");
    }

    private void theControlIsFound(Map<String, byte[]> contents, CapturedOutput console) {
        for (String control : List.of("Control-Ferdinande", "Control-Leopoldine")) {
            assertThat(Needle.of(control).places(contents))
                    .anyMatch(place -> place.equals("table control"))
                    .anyMatch(place -> place.startsWith("base/"))
                    .anyMatch(place -> place.startsWith("pg_wal/"));
        }
        assertThat(Needle.of("Control-Theodolinde").in(console.getAll().getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    private void itIsStillFoundByWhoMay(String patient) {
        assertThat(search("{\"siteId\": \"main\", \"phone\": \"+1 (555) 917-4462\"}"))
                .isEqualTo(patient);
        assertThat(search(
                        "{\"siteId\": \"main\", \"name\": \"quillfeather, ZEPHYRINE\", \"birthDate\": \"1931-08-17\"}"))
                .isEqualTo(patient);
        assertThat(desk.get("/api/patients/" + patient).body().get("lastName").asText())
                .isEqualTo("Quillfeather");
    }

    private String search(String body) {
        Answer found = await().atMost(SOON)
                .until(
                        () -> desk.post("/api/queries/patients", body),
                        a -> a.body().path("items").size() > 0);
        return found.body().at("/items/0/patientId").asText();
    }

    private JsonNode done(String visit) {
        return await().atMost(SOON)
                .until(
                        () -> desk.get("/api/check-ins/" + visit).body(),
                        checkIn -> "done".equals(checkIn.path("state").asText()));
    }

    private long rows(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Long.class);
    }
}
