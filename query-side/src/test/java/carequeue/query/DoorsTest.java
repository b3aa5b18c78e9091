package carequeue.query;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Channel;
import carequeue.api.Phi;
import carequeue.api.appointment.AppointmentEvent;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.queue.CallingPolicy;
import carequeue.api.queue.QueueEvent;
import carequeue.api.visit.LookupOutcome;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitEvent;
import carequeue.clinic.TestClinic;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One visit from the door to the room, as the doors and pages of the query side show it. */
class DoorsTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final LocalDate TODAY =
            NOW.atZone(ZoneId.of("America/New_York")).minusHours(3).toLocalDate();
    private static final String QUEUE = "main.primary-care." + TODAY;
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static TestClinic clinic;

    @BeforeAll
    static void oneVisit() {
        clinic = TestClinic.open();
        Demographics jane = new Demographics(
                Phi.of("MRN000001"),
                Phi.of("Jane"),
                Phi.of("Smith"),
                Phi.of(LocalDate.of(1980, 2, 3)),
                Phi.of("+1 (555) 010-2030"),
                null,
                null);
        clinic.happened("p1", null, new PatientRecorded("p1", "main", jane, "ehr", "77", "1", false, NOW));
        for (int i = 1; i <= 3; i++) {
            clinic.happened(
                    "a" + i,
                    null,
                    new AppointmentEvent.AppointmentBooked(
                            "a" + i,
                            "main",
                            "primary-care",
                            null,
                            "p1",
                            NOW.plusSeconds(i),
                            NOW.plusSeconds(900),
                            "check-up",
                            AppointmentStatus.BOOKED,
                            "ehr",
                            "x" + i,
                            "1",
                            NOW));
        }
        clinic.happened(
                "v1",
                "v1",
                new VisitEvent.CheckInRequested(
                        "v1",
                        "main",
                        TODAY,
                        Channel.DESK,
                        "p1",
                        null,
                        true,
                        "a1",
                        "primary-care",
                        null,
                        null,
                        null,
                        null,
                        Duration.ofSeconds(2),
                        NOW));
        clinic.happened("a1", "v1", new AppointmentEvent.AppointmentArrived("a1", "v1", NOW));
        clinic.happened("v1", "v1", new VisitEvent.PatientLookupRequested("v1", "main", "p1", null, NOW));
        clinic.happened("v1", "v1", new VisitEvent.PatientLookupAnswered("v1", LookupOutcome.FOUND, "p1", null, NOW));
        clinic.happened(
                QUEUE,
                "v1",
                new QueueEvent.QueueOpened(QUEUE, "main", "primary-care", TODAY, "A", CallingPolicy.DEFAULT));
        clinic.happened(
                QUEUE, "v1", new QueueEvent.EntryJoined(QUEUE, "e1", "v1", "p1", "A-001", 1, 3, null, null, NOW, NOW));
        clinic.happened("v1", "v1", new VisitEvent.VisitPlaced("v1", "p1", "a1", QUEUE, "e1", "A-001", NOW));
        clinic.happened("v1", "v1", new VisitEvent.ItemRaised("v1", OpenItem.EHR_CHECKED_IN, "no answer", NOW));
        clinic.happened("v1", "v1", new VisitEvent.OutsideTold("v1", OpenItem.EHR_ARRIVED, "ehr", "Encounter/1", NOW));
    }

    @AfterAll
    static void close() {
        clinic.close();
    }

    @Test
    void theBoardHasItsShapeAndItsTag() throws Exception {
        HttpResponse<String> answer = get("/api/queues/" + QUEUE + "?after=" + clinic.head());
        JsonNode board = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(board.get("position").asLong()).isGreaterThanOrEqualTo(clinic.head());
        JsonNode entry = board.get("entries").get(0);
        assertThat(entry.get("ticket").asText()).isEqualTo("A-001");
        assertThat(entry.get("state").asText()).isEqualTo("waiting");
        assertThat(entry.get("place").asInt()).isEqualTo(1);
        assertThat(entry.get("patient").get("name").asText()).isEqualTo("Smith, Jane");
        assertThat(entry.get("flags").toString()).isEqualTo("[\"ehr-checked-in\"]");
        assertThat(entry.has("calledAt") && entry.get("calledAt").isNull()).isTrue();
        assertThat(entry.has("estimate") && entry.has("providerId") && entry.has("servicePoint"))
                .isTrue();

        String tag = answer.headers().firstValue("ETag").orElseThrow();
        HttpRequest again =
                request("/api/queues/" + QUEUE).header("If-None-Match", tag).build();
        assertThat(HTTP.send(again, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(304);
    }

    @Test
    void nobodySeesAnotherSite() throws Exception {
        for (String path : new String[] {
            "/api/queues/" + QUEUE,
            "/api/visits/v1",
            "/api/check-ins/v1",
            "/api/patients/p1",
            "/api/appointments/a1",
            "/api/sites/main",
            "/api/queues?siteId=main",
            "/api/visits/v1/timeline",
            "/api/worklist?siteId=main",
            "/api/appointments?siteId=main",
            "/api/queues/" + QUEUE + "/stream",
            "/api/audit/queues/" + QUEUE + "/as-of?at=2099-01-01T00:00:00Z"
        }) {
            HttpRequest other = request(path + (path.contains("?") ? "&" : "?") + "after=" + clinic.head())
                    .header("X-Site", "other")
                    .build();
            assertThat(HTTP.send(other, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(JSON.readTree(HTTP.send(
                                        request("/api/audit/events")
                                                .header("X-Site", "other")
                                                .build(),
                                        HttpResponse.BodyHandlers.ofString())
                                .body())
                        .get("items"))
                .isEmpty();
    }

    @Test
    void aPositionThatDoesNotComeIsWaitedForInVain() throws Exception {
        HttpResponse<String> answer = get("/api/queues/" + QUEUE + "?after=" + (clinic.head() + 1000));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(get("/api/queues/" + QUEUE + "?after=x").statusCode()).isEqualTo(400);
    }

    @Test
    void theCheckInTellsItsSteps() throws Exception {
        JsonNode checkIn = json("/api/check-ins/v1?after=" + clinic.head());
        assertThat(checkIn.get("state").asText()).isEqualTo("done");
        assertThat(checkIn.get("steps"))
                .extracting(s -> s.get("name").asText() + " " + s.get("state").asText())
                .containsExactly("patient done", "queue done", "ehr-arrived done", "ehr-checked-in open");
        assertThat(checkIn.get("openItems").toString()).isEqualTo("[\"ehr-checked-in\"]");
        assertThat(checkIn.get("ticket").asText()).isEqualTo("A-001");
        assertThat(json("/api/worklist?siteId=main").get("items")).hasSize(1);
        assertThat(get("/api/check-ins/none").statusCode()).isEqualTo(404);
    }

    @Test
    void theTimelineHasEveryStepInPlainWords() throws Exception {
        JsonNode items = json("/api/visits/v1/timeline?after=" + clinic.head()).get("items");
        assertThat(items).hasSize(9);
        assertThat(items)
                .extracting(s -> s.get("text").asText())
                .contains(
                        "Check-in began by way of the desk.",
                        "Joined the line with ticket A-001.",
                        "The EHR on the patient: found.",
                        "The appointment: arrived.");
        assertThat(json("/api/visits/v1").get("state").asText()).isEqualTo("waiting");
    }

    @Test
    void appointmentsArePagedByCursor() throws Exception {
        JsonNode first = json("/api/appointments?siteId=main&date=" + TODAY + "&limit=2&after=" + clinic.head());
        assertThat(first.get("items")).hasSize(2);
        assertThat(first.get("items").get(0).get("status").asText()).isEqualTo("arrived");
        assertThat(first.get("items").get(0).get("patient").get("mrn").asText()).isEqualTo("MRN000001");
        assertThat(first.get("items").get(0).get("externalIds").get("ehr").asText())
                .isEqualTo("x1");
        JsonNode second = json("/api/appointments?siteId=main&date=" + TODAY + "&limit=2&cursor="
                + first.get("nextCursor").asText());
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.get("nextCursor").isNull()).isTrue();
    }

    @Test
    void patientsAreFoundByEachWay() throws Exception {
        for (String query : new String[] {
            "{\"mrn\":\"MRN000001\"}",
            "{\"phone\":\"5550102030\"}",
            "{\"name\":\"jane smith\",\"birthDate\":\"1980-02-03\"}",
            "{\"name\":\"Smith\",\"birthDate\":\"1980-02-03\"}"
        }) {
            assertThat(JSON.readTree(post("/api/queries/patients?after=" + clinic.head(), query)
                                    .body())
                            .get("items"))
                    .as(query)
                    .hasSize(1);
        }
        assertThat(post("/api/queries/patients", "{\"name\":\"Smith\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void historyShowsPersonalValuesToTheAuditorAlone() throws Exception {
        String path = "/api/audit/events?patient=p1&after=" + clinic.head();
        HttpRequest auditor = request(path).header("X-Role", "auditor").build();
        String open = HTTP.send(auditor, HttpResponse.BodyHandlers.ofString()).body();
        assertThat(open).contains("Jane").doesNotContain("[phi]");
        assertThat(get(path).body()).contains("[phi]").doesNotContain("Jane", "MRN000001");
        assertThat(JSON.readTree(open).get("items").size()).isGreaterThanOrEqualTo(12);
        assertThat(json("/api/audit/events?entity=v1&limit=3").get("items")).hasSize(3);
    }

    @Test
    void everyPageRendersWithoutScriptOrStyleOfItsOwn() throws Exception {
        String link = json("/api/check-ins/v1?after=" + clinic.head())
                .get("patientLink")
                .asText();
        for (String path : new String[] {
            "/board?siteId=main",
            "/board?tab=called",
            "/board?tab=in-room",
            "/board?tab=expected",
            "/board?tab=done",
            "/board/fragment?serviceId=lab",
            "/check-in",
            "/check-in/progress/v1",
            "/visits/v1",
            "/visits/v1/fragment",
            "/appointments",
            "/audit",
            "/audit?entity=v1",
            "/audit/board?time=23:59:59",
            "/audit/board?part=true&date=2020-01-01",
            "/integrations",
            "/integrations/fragment",
            link,
            link + "/fragment",
            "/display/main",
            "/display/main/fragment"
        }) {
            for (String language : new String[] {"en", "es"}) {
                HttpResponse<String> page = HTTP.send(
                        request(path)
                                .header("Accept-Language", language)
                                .header("X-Role", "manager")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(page.statusCode()).as(path + page.body()).isEqualTo(200);
                assertThat(page.body())
                        .as(path)
                        .doesNotContain("??", "<style", " style=", "onclick", "<th:block", "th:text");
            }
        }
        assertThat(get("/board").body()).contains("Smith, Jane", "A-001", "SANDBOX", "<h1");
        assertThat(get("/board?lang=es").body()).contains("lang=\"es\"", "Tablero");
        assertThat(get(link).body()).contains("A-001", "You are next").doesNotContain("Smith", "Jane", "MRN");
        assertThat(get("/display/main").body()).doesNotContain("Smith");
        assertThat(get("/p/" + "A".repeat(60)).statusCode()).isEqualTo(404);
        assertThat(get("/webjars/bootstrap/dist/css/bootstrap.min.css").statusCode())
                .isEqualTo(200);
        assertThat(get("/webjars/htmx.org/dist/htmx.min.js").statusCode()).isEqualTo(200);
        assertThat(get("/js/live.js").statusCode()).isEqualTo(200);
    }

    private static JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(clinic.url(path)));
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String body) throws Exception {
        return HTTP.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
