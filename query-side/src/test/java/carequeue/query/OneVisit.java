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

/** A clinic with one visit on its way, and calls to its doors. */
abstract class OneVisit {

    static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    static final LocalDate TODAY =
            NOW.atZone(ZoneId.of("America/New_York")).minusHours(3).toLocalDate();
    static final String QUEUE = "main.primary-care." + TODAY;
    static final HttpClient HTTP = HttpClient.newHttpClient();
    static final ObjectMapper JSON = new ObjectMapper();
    static TestClinic clinic;

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

    static JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(clinic.url(path)));
    }

    static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    static HttpResponse<String> post(String path, String body) throws Exception {
        return HTTP.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
