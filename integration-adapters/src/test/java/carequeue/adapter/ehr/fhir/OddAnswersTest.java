package carequeue.adapter.ehr.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import carequeue.adapter.ehr.EhrBench;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.resilience.ServiceReturned;
import carequeue.api.Phi;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.visit.Identification;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the adapter makes of an EHR that answers oddly, slowly or not at all. */
class OddAnswersTest {

    private static final String OUTCOME = "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\","
            + "\"code\":\"processing\",\"diagnostics\":\"Mary Ward, born 1961-04-30\"}]}";
    private static final String BOOKED =
            "{\"resourceType\":\"Appointment\",\"id\":\"a\",\"meta\":{\"versionId\":\"%d\"},\"status\":\"%s\","
                    + "\"participant\":[{\"actor\":{\"reference\":\"Patient/1\"}}]}";

    private record Reply(int status, String body) {}

    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> ifMatch = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private EhrBench bench;
    private volatile long delay;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
        bench = new EhrBench("http://localhost:" + server.getAddress().getPort() + "/fhir");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().endsWith("/metadata") && !saysWhatItAllows()) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        if (exchange.getRequestMethod().equals("PUT")) {
            ifMatch.add(exchange.getRequestHeaders().getFirst("If-Match"));
        }
        exchange.getRequestBody().readAllBytes();
        hold();
        Reply reply;
        synchronized (replies) {
            reply = replies.size() > 1 ? replies.removeFirst() : replies.getFirst();
        }
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private boolean saysWhatItAllows() {
        synchronized (replies) {
            return replies.getFirst().body().contains("CapabilityStatement");
        }
    }

    private void hold() {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void reply(int status, String body) {
        replies.add(new Reply(status, body));
    }

    @ParameterizedTest
    @CsvSource({
        "400,Rejected",
        "401,Rejected",
        "403,Rejected",
        "405,Rejected",
        "422,Rejected",
        "404,NotThere",
        "410,NotThere",
        "409,Conflicting",
        "412,Conflicting",
        "408,Unavailable",
        "423,Unavailable",
        "429,Unavailable",
        "500,Unavailable",
        "502,Unavailable",
        "503,Unavailable",
        "504,Unavailable"
    })
    void everyStatusIsToldApartAndNothingTheServerSaidIsRepeated(int status, String kind) {
        reply(status, OUTCOME);
        Throwable failure = catchThrowable(() -> bench.ehr.getPatient("main", "1"));
        assertThat(failure).isInstanceOf(OutsideFailure.class).hasMessage("ehr answered " + status);
        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure).hasNoCause();
    }

    @Test
    void whatIsNoFhirMayPass() {
        reply(200, "<html>Log in first</html>");
        assertThatThrownBy(() -> bench.ehr.getPatient("main", "1")).isInstanceOf(OutsideFailure.Unavailable.class);
    }

    @Test
    void aSlowServerIsNotWaitedFor() {
        delay = 20_000;
        reply(200, "{}");
        assertThatThrownBy(() -> bench.ehr.tellAppointment("a", AppointmentStatus.ARRIVED, false))
                .isInstanceOf(OutsideFailure.Unavailable.class)
                // Whichever of the two limits is the first, the client's or the guard's.
                .hasMessageMatching("ehr does not answer|ehr did not answer in time");
    }

    @Test
    void aServerThatIsNotThereIsUnavailable() {
        server.stop(0);
        assertThatThrownBy(() -> bench.ehr.getPatient("main", "1"))
                .isInstanceOf(OutsideFailure.Unavailable.class)
                .hasMessage("ehr does not answer");
    }

    @Test
    void aConflictIsReadAgainAndWrittenOnTheNewVersion() {
        reply(200, BOOKED.formatted(1, "booked"));
        reply(412, OUTCOME);
        reply(200, BOOKED.formatted(2, "booked"));
        reply(409, OUTCOME);
        reply(200, BOOKED.formatted(3, "booked"));
        reply(200, BOOKED.formatted(4, "arrived"));
        reply(200, BOOKED.formatted(4, "arrived"));
        assertThat(bench.ehr
                        .tellAppointment("a", AppointmentStatus.ARRIVED, false)
                        .version())
                .isEqualTo("4");
        assertThat(ifMatch).hasSize(3);
        assertThat(ifMatch.get(0)).contains("1");
        assertThat(ifMatch.get(1)).contains("2");
        assertThat(ifMatch.get(2)).contains("3");
    }

    @Test
    void aConflictThatDoesNotEndIsLeftForLater() {
        reply(200, BOOKED.formatted(1, "booked"));
        reply(412, OUTCOME);
        reply(200, BOOKED.formatted(1, "booked"));
        reply(412, OUTCOME);
        reply(200, BOOKED.formatted(1, "booked"));
        reply(412, OUTCOME);
        assertThatThrownBy(() -> bench.ehr.tellAppointment("a", AppointmentStatus.ARRIVED, false))
                .isInstanceOf(OutsideFailure.Conflicting.class);
        assertThat(ifMatch).hasSize(3);
    }

    @Test
    void whatIsAcceptedButNotReadBackIsNotTold() {
        reply(200, BOOKED.formatted(1, "booked"));
        assertThatThrownBy(() -> bench.ehr.tellAppointment("a", AppointmentStatus.ARRIVED, false))
                .isInstanceOf(OutsideFailure.Unavailable.class)
                .hasMessage("ehr does not show the appointment's status");
    }

    @Test
    void nothingPersonalStandsInAnAddress() {
        reply(200, "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}");
        bench.ehr.findPatient("main", new Identification(Phi.of("M12345"), null, null, null, null));
        bench.ehr.findPatient(
                "main",
                new Identification(null, null, Phi.of("Ward"), Phi.of(LocalDate.of(1961, 4, 30)), Phi.of("5550100")));
        assertThat(requests).hasSize(2).allMatch(request -> request.equals("POST /fhir/Patient/_search"));
    }

    @Test
    void aReadIsAskedAgainAtOnceAndAWriteIsNot() {
        reply(503, OUTCOME);
        assertThatThrownBy(() -> bench.ehr.getPatient("main", "1")).isInstanceOf(OutsideFailure.Unavailable.class);
        assertThat(requests).hasSize(2);
        requests.clear();
        assertThatThrownBy(() -> bench.ehr.tellAppointment("a", AppointmentStatus.ARRIVED, false))
                .isInstanceOf(OutsideFailure.Unavailable.class);
        assertThat(requests).hasSize(1);
    }

    @Test
    void theBreakerKeepsCallsAwayAndAProbeLetsThemThroughAgain() {
        reply(503, OUTCOME);
        for (int i = 0; i < 10; i++) {
            catchThrowable(() -> bench.ehr.tellAppointment("a", AppointmentStatus.ARRIVED, false));
        }
        assertThat(requests).as("the window of the breaker").hasSize(6);
        assertThat(bench.ehr.guard().circuit()).isEqualTo("open");
        assertThatThrownBy(() -> bench.ehr.tellAppointment("a", AppointmentStatus.ARRIVED, false))
                .hasMessage("ehr is not called at the moment: the circuit is open");

        replies.clear();
        reply(200, "{\"resourceType\":\"CapabilityStatement\",\"status\":\"active\",\"fhirVersion\":\"4.0.1\"}");
        bench.ehr.guard().probe(bench.ehr::probe);
        assertThat(bench.published).containsExactly(new ServiceReturned("ehr"));
        assertThat(bench.ehr.guard().circuit()).isEqualTo("half-open");
    }

    @Test
    void whatTheServerRefusesDoesNotOpenTheBreaker() {
        reply(422, OUTCOME);
        for (int i = 0; i < 20; i++) {
            catchThrowable(() -> bench.ehr.tellAppointment("a", AppointmentStatus.ARRIVED, false));
        }
        assertThat(requests).hasSize(20);
        assertThat(bench.ehr.guard().circuit()).isEqualTo("closed");
    }
}
