package carequeue.adapter.pms;

import static carequeue.adapter.pms.PmsDouble.APPOINTMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.adapter.known.KnownAppointments;
import carequeue.adapter.outbox.Dispatcher;
import carequeue.api.appointment.AppointmentCommand.FulfilAppointment;
import carequeue.api.appointment.AppointmentCommand.NoteWritten;
import carequeue.api.appointment.AppointmentEvent.AppointmentArrived;
import carequeue.api.appointment.AppointmentEvent.AppointmentBooked;
import carequeue.api.appointment.AppointmentEvent.AppointmentCancelled;
import carequeue.api.appointment.AppointmentEvent.AppointmentCheckedIn;
import carequeue.api.appointment.AppointmentEvent.AppointmentFulfilled;
import carequeue.api.appointment.AppointmentEvent.ArrivalWithdrawn;
import carequeue.api.appointment.AppointmentNews.OutsideSaid;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.visit.VisitEvent.VisitFinished;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The practice management system hears how far its appointments are, in order and once; and nothing of others. */
class PmsEffectsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    private final PmsDouble system = new PmsDouble();
    private final PmsBench bench = new PmsBench(system.url());
    private AnnotationEventHandlerAdapter handler;
    private Dispatcher dispatcher;

    @BeforeEach
    void start() {
        bench.outside.hearing(NoteWritten.class, FulfilAppointment.class);
        handler = new AnnotationEventHandlerAdapter(bench.events);
        dispatcher = bench.outside.node(bench.tell, bench.follow);
        dispatcher.start();
        there("scheduled");
        system.says("PATCH /api/appointments/A1", 200, APPOINTMENT.replace("scheduled\"", "checked-in\""));
    }

    @AfterEach
    void stop() {
        dispatcher.stop();
        bench.outside.close();
        system.close();
    }

    private void there(String status) {
        system.says("GET /api/appointments/A1", 200, APPOINTMENT.replace("scheduled\"", status + "\""));
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

    private void booked(String system, String outsideId) {
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
                        AppointmentStatus.BOOKED,
                        system,
                        outsideId,
                        "1",
                        NOW));
    }

    private List<String> pushed() {
        return system.bodies.stream().filter(body -> !body.isEmpty()).toList();
    }

    private void settled(int rows) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(bench.outside.states()).hasSize(rows).containsOnly("done"));
    }

    @Test
    void anArrivalIsPushedWithItsPlaceOrWhyThereIsNone() {
        booked("pms", "A1");
        happens("a1", new AppointmentArrived("a1", "v1", NOW));
        settled(1);
        assertThat(pushed())
                .singleElement()
                .isEqualTo("{\"appointmentId\":\"A1\",\"patientId\":\"P1\",\"status\":\"checked-in\","
                        + "\"waitReason\":\"not known here yet\"}");
        assertThat(bench.sent(NoteWritten.class)).singleElement().satisfies(note -> {
            assertThat(note.system() + " " + note.outsideId()).isEqualTo("pms A1");
            assertThat(note.status()).isEqualTo(AppointmentStatus.ARRIVED);
        });
        assertThat(bench.outside
                        .jdbc
                        .sql("select patient_id || ' ' || array_to_string(kept, ',') from transformation")
                        .query(String.class)
                        .list())
                .containsExactly("p1 appointmentId,patientId,status,waitReason");
    }

    @Test
    void whatItSaysAlreadyOrIsAheadOfIsNotPushed() {
        booked("pms", "A1");
        there("checked-in");
        happens("a1", new AppointmentArrived("a1", "v1", NOW));
        there("completed");
        happens("a1", new AppointmentCheckedIn("a1", "v1", NOW));
        there("cancelled");
        happens("a1", new AppointmentFulfilled("a1", "v1", NOW));
        settled(3);
        assertThat(pushed()).isEmpty();
    }

    @Test
    void anArrivalTakenBackIsPushedBack() {
        booked("pms", "A1");
        there("checked-in");
        happens("a1", new ArrivalWithdrawn("a1", "v1", "left", NOW));
        settled(1);
        assertThat(pushed()).singleElement().asString().contains("\"status\":\"confirmed\"");
    }

    @Test
    void itsOwnWordIsNotToldBackToIt() {
        booked("pms", "A1");
        happens("a1", new AppointmentCancelled("a1", null, "pms", "2", NOW));
        assertThat(bench.outside.states()).isEmpty();
        happens("a1", new AppointmentCancelled("a1", null, "ehr", "2", NOW));
        settled(1);
        assertThat(pushed()).hasSize(1);
    }

    @Test
    void oneThatItDoesNotKnowIsNotToldUntilItTellsOfIt() {
        booked("ehr", "E1");
        happens("a1", new AppointmentArrived("a1", "v1", NOW));
        settled(1);
        assertThat(system.asked).isEmpty();
        bench.known.keep("pms", "A1", "a1", new KnownAppointments.Slot("main", "lab", "p1", NOW), null);
        happens("a1", new OutsideSaid("a1", "pms", "A1", "1", AppointmentStatus.BOOKED, null, NOW));
        settled(2);
        assertThat(pushed()).singleElement().asString().contains("\"status\":\"checked-in\"");
    }

    @Test
    void aRepeatIsKnownByItsKey() {
        booked("pms", "A1");
        system.says("PATCH /api/appointments/A1", 503, "{}");
        happens("a1", new AppointmentArrived("a1", "v1", NOW));
        await().until(() -> !pushed().isEmpty());
        system.says("PATCH /api/appointments/A1", 200, APPOINTMENT.replace("scheduled\"", "checked-in\""));
        settled(1);
        assertThat(system.headers.stream()
                        .filter(headers -> headers.containsKey("Idempotency-key"))
                        .map(headers -> headers.get("Idempotency-key"))
                        .distinct())
                .hasSize(1);
        assertThat(pushed()).hasSizeGreaterThan(1);
        assertThat(system.headers)
                .allSatisfy(headers -> assertThat(headers.get("X-api-key")).containsExactly("sandbox-pms-key"));
    }

    @Test
    void anAppointmentFoundForAWalkInFollowsTheVisit() {
        bench.outside.sql("insert into pms_visit (visit_id, site_id, service_id, patient_id, state, came_at)"
                + " values ('v1', 'main', 'lab', 'p1', 'begun', now())");
        bench.walkIns.match("v1", "a1");
        happens("v1", new VisitFinished("v1", "p1", null, NOW));
        settled(1);
        assertThat(bench.sent(FulfilAppointment.class)).containsExactly(new FulfilAppointment("a1", "v1"));
    }
}
