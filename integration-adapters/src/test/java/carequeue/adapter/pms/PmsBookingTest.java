package carequeue.adapter.pms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.adapter.outbox.Dispatcher;
import carequeue.api.Phi;
import carequeue.api.appointment.AppointmentCommand.NoteWritten;
import carequeue.api.appointment.AppointmentCommand.RecordAppointment;
import carequeue.api.appointment.AppointmentEvent.AppointmentBooked;
import carequeue.api.appointment.AppointmentEvent.AppointmentCancelled;
import carequeue.api.appointment.AppointmentEvent.AppointmentRescheduled;
import carequeue.api.appointment.AppointmentNews.AppointmentDiffers;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientCommand.LinkPatient;
import carequeue.api.patient.PatientCommand.RecordPatient;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import carequeue.api.site.ConflictPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is booked and moved here is booked and moved in the practice management system, once, and never over what somebody changed there. */
class PmsBookingTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final String MADE = PmsDouble.APPOINTMENT
            .replace("\"A1\"", "\"N1\"")
            .replace("\"department\"", "\"version\":\"1\",\"department\"");

    private final PmsDouble system = new PmsDouble();
    private final PmsBench bench = new PmsBench(system.url());
    private AnnotationEventHandlerAdapter handler;
    private Dispatcher dispatcher;

    @BeforeEach
    void start() {
        bench.outside.hearing(NoteWritten.class, LinkPatient.class, RecordAppointment.class, RecordPatient.class);
        handler = new AnnotationEventHandlerAdapter(bench.events);
        dispatcher = bench.outside.node(bench.tell, bench.book, bench.move);
        dispatcher.start();
        system.says("POST /api/patients", 201, "{\"patientId\":\"P9\"}");
        system.says("POST /api/appointments", 201, MADE);
        system.says("GET /api/appointments/N1", 200, MADE);
    }

    @AfterEach
    void stop() {
        dispatcher.stop();
        bench.outside.close();
        system.close();
    }

    private void happens(String aggregate, Object event) {
        var message = bench.outside.happened(aggregate, event);
        var token = new GlobalSequenceTrackingToken(bench.outside.nextPosition());
        bench.outside.transaction.executeWithoutResult(status -> {
            try {
                handler.handle(new GenericTrackedDomainEventMessage<>(token, message));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void booked(AppointmentStatus status) {
        Demographics who =
                new Demographics(null, Phi.of("Ann"), Phi.of("Example"), null, Phi.of("+1 555 123 4567"), null, null);
        bench.outside.happened("p1", new PatientRegistered("p1", "main", who));
        happens(
                "a1",
                new AppointmentBooked(
                        "a1",
                        "main",
                        "lab",
                        "D1",
                        "p1",
                        NOW,
                        NOW.plusSeconds(1200),
                        "lab",
                        status,
                        null,
                        null,
                        null,
                        NOW));
    }

    private void moved(Instant start) {
        happens(
                "a1",
                new AppointmentRescheduled("a1", null, null, start, start.plusSeconds(1200), "asked", null, null, NOW));
    }

    private List<String> written() {
        return system.asked.stream().filter(call -> !call.startsWith("GET")).toList();
    }

    private String body(String call) {
        return system.bodies.get(system.asked.indexOf(call));
    }

    private void settled(int rows) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(bench.outside.states()).hasSize(rows).containsOnly("done"));
    }

    @Test
    void aBookingOfOursIsMadeThereWithItsPatient() {
        booked(AppointmentStatus.BOOKED);
        settled(1);
        assertThat(written()).containsExactly("POST /api/patients", "POST /api/appointments");
        assertThat(body("POST /api/patients"))
                .isEqualTo("{\"firstName\":\"Ann\",\"lastName\":\"Example\",\"phone\":\"+1 555 123 4567\"}");
        assertThat(body("POST /api/appointments"))
                .isEqualTo("{\"providerId\":\"D1\",\"scheduledTime\":\"2026-11-23T10:00:00-05:00\",\"duration\":20,"
                        + "\"appointmentType\":\"lab\",\"department\":\"main\",\"patientId\":\"P9\","
                        + "\"status\":\"scheduled\",\"externalIds\":{\"carequeue\":\"a1\"}}");
        assertThat(bench.known.theirs("pms", "a1")).contains("N1");
        assertThat(bench.sent(NoteWritten.class))
                .singleElement()
                .satisfies(note -> assertThat(note.outsideId()).isEqualTo("N1"));
        assertThat(bench.sent(LinkPatient.class)).containsExactly(new LinkPatient("p1", "pms", "P9"));
    }

    @Test
    void anAnswerThatIsLostIsAskedForAgainUnderTheSameKey() {
        system.says("POST /api/appointments", 503, "{}");
        booked(AppointmentStatus.BOOKED);
        await().until(() -> written().contains("POST /api/appointments"));
        system.says("POST /api/appointments", 201, MADE);
        settled(1);
        assertThat(system.headers.stream()
                        .map(headers -> headers.getOrDefault("Idempotency-key", List.of("-"))
                                .get(0))
                        .filter(key -> key.startsWith("carequeue-booking"))
                        .distinct())
                .containsExactly("carequeue-booking-a1");
        assertThat(written().stream().filter(call -> call.endsWith("patients")))
                .as("the patient is known by now")
                .hasSize(1);
    }

    @Test
    void oneCalledOffBeforeItCouldBeMadeIsNotMade() {
        system.says("POST /api/patients", 503, "{}");
        booked(AppointmentStatus.BOOKED);
        await().until(() -> !written().isEmpty());
        happens("a1", new AppointmentCancelled("a1", "ill", null, null, NOW));
        system.says("POST /api/patients", 201, "{\"patientId\":\"P9\"}");
        settled(3);
        assertThat(written()).doesNotContain("POST /api/appointments");
    }

    @Test
    void oneOnTheWaitingListIsNotMade() {
        booked(AppointmentStatus.WAITLIST);
        assertThat(bench.outside.states()).isEmpty();
    }

    @Test
    void aMoveIsWrittenWhereNobodyChangedItThere() {
        booked(AppointmentStatus.BOOKED);
        settled(1);
        system.says(
                "PATCH /api/appointments/N1",
                200,
                MADE.replace("10:00:00", "13:00:00").replace("\"version\":\"1\"", "\"version\":\"2\""));
        moved(NOW.plusSeconds(3 * 3600));
        settled(2);
        assertThat(body("PATCH /api/appointments/N1")).contains("\"scheduledTime\":\"2026-11-23T13:00:00-05:00\"");
        assertThat(bench.known.version("pms", "N1")).contains("2");
        assertThat(system.headers
                        .get(system.asked.indexOf("PATCH /api/appointments/N1"))
                        .get("If-match"))
                .containsExactly("\"1\"");
    }

    @Test
    void whatWasChangedThereMeanwhileIsTakenInAndLeftToStaffWhereTheRulesSaySo() {
        booked(AppointmentStatus.BOOKED);
        settled(1);
        system.says(
                "GET /api/appointments/N1",
                200,
                MADE.replace("10:00:00", "11:00:00").replace("\"version\":\"1\"", "\"version\":\"7\""));
        bench.outside.happened("a1", differs("7"));
        moved(NOW.plusSeconds(3 * 3600));
        settled(2);
        assertThat(bench.sent(RecordAppointment.class))
                .isNotEmpty()
                .allSatisfy(said -> assertThat(said.version()).isEqualTo("7"));
        assertThat(written()).noneMatch(call -> call.startsWith("PATCH"));
    }

    private static AppointmentDiffers differs(String version) {
        return new AppointmentDiffers(
                "a1",
                "main",
                "p1",
                null,
                "start",
                "13:00",
                "11:00",
                "pms",
                version,
                NOW,
                NOW,
                ConflictPolicy.Rule.BY_A_PERSON,
                null,
                "conflicts/1",
                NOW);
    }
}
