package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import carequeue.api.appointment.AppointmentEvent.AppointmentBooked;
import carequeue.api.appointment.AppointmentEvent.AppointmentRescheduled;
import carequeue.api.appointment.AppointmentQuery.AppointmentPatient;
import carequeue.api.appointment.AppointmentQuery.AppointmentView;
import carequeue.api.appointment.AppointmentQuery.Appointments;
import carequeue.api.appointment.AppointmentQuery.FindAppointments;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.notification.MessageKind;
import carequeue.api.notification.NotificationCommand.RequestNotification;
import carequeue.api.site.SiteCommand.BeginTask;
import carequeue.api.site.SiteEvent.TaskDue;
import carequeue.api.site.SiteTask;
import carequeue.api.site.Sites;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;

/** One task for each site and day, at five on the evening before; each booked patient is reminded once of each time. */
class RemindersTest {

    private static final LocalDate TOMORROW = LocalDate.of(2026, 11, 24);
    private static final Instant START = Instant.parse("2026-11-24T15:30:00Z");

    private final Stage stage = new Stage(RequestNotification.class, BeginTask.class);
    private final Deadlines deadlines = mock(Deadlines.class);
    private final QueryGateway queries = mock(QueryGateway.class);
    private final Reminders reminders = new Reminders(stage.orders, deadlines, new Sites(List.of(Play.SITE)), queries);

    private static AppointmentBooked booked(Instant start, Instant at) {
        return new AppointmentBooked(
                "a1", "main", "lab", null, "p1", start, start, null, AppointmentStatus.BOOKED, null, null, null, at);
    }

    @Test
    void aTaskIsArrangedForTheEveningBefore() {
        reminders.on(booked(START, NOON));
        verify(deadlines).schedule(Waiting.SITE, "main", "reminders:2026-11-24", Instant.parse("2026-11-23T22:00:00Z"));
        Instant nextWeek = Instant.parse("2026-12-01T15:30:00Z");
        reminders.on(new AppointmentRescheduled("a1", "lab", null, nextWeek, nextWeek, null, null, null, NOON), "main");
        verify(deadlines).schedule(Waiting.SITE, "main", "reminders:2026-12-01", Instant.parse("2026-11-30T22:00:00Z"));
        assertThat(Waiting.SITE.end("main", "reminders:2026-11-24"))
                .isEqualTo(new BeginTask("main", SiteTask.REMINDERS, TOMORROW, null));
    }

    @Test
    void whoBooksAfterThatKnowsItWithoutBeingTold() {
        reminders.on(booked(START, Instant.parse("2026-11-23T22:00:00Z")));
        reminders.on(booked(START, START));
        verifyNoMoreInteractions(deadlines);
    }

    private static AppointmentView appointment(String id, AppointmentStatus status) {
        return new AppointmentView(
                id,
                "main",
                "lab",
                null,
                new AppointmentPatient("p-" + id, "x", "y"),
                status,
                START,
                START,
                null,
                null,
                null,
                List.of());
    }

    @Test
    void theBookedAreRemindedAndTheNextPartFollows() {
        Appointments part = new Appointments(
                List.of(
                        appointment("a1", AppointmentStatus.BOOKED),
                        appointment("a2", AppointmentStatus.CANCELLED),
                        appointment("a3", AppointmentStatus.BOOKED)),
                "more");
        when(queries.query(any(FindAppointments.class), eq(Appointments.class)))
                .thenReturn(CompletableFuture.completedFuture(part));
        TaskDue due = new TaskDue("main", SiteTask.REMINDERS, TOMORROW, null, NOON);
        reminders.on(due, Stage.message("event-1", due));
        verify(queries).query(new FindAppointments("main", TOMORROW, null, 50), Appointments.class);
        assertThat(stage.of(RequestNotification.class))
                .extracting(RequestNotification::reason)
                .containsExactly("reminder:a1:" + START, "reminder:a3:" + START);
        RequestNotification first = stage.of(RequestNotification.class).get(0);
        assertThat(first.template().kind()).isEqualTo(MessageKind.REMINDER);
        assertThat(first.appointmentId()).isEqualTo("a1");
        assertThat(first.patientId()).isEqualTo("p-a1");
        assertThat(first.expiresAt()).isEqualTo(START);
        assertThat(first.variables()).containsEntry("date", "2026-11-24").containsEntry("time", "10:30");
        assertThat(stage.of(BeginTask.class))
                .containsExactly(new BeginTask("main", SiteTask.REMINDERS, TOMORROW, "more"));
    }

    @Test
    void theLastPartEndsTheTask() {
        when(queries.query(any(FindAppointments.class), eq(Appointments.class)))
                .thenReturn(CompletableFuture.completedFuture(new Appointments(List.of(), null)));
        TaskDue due = new TaskDue("main", SiteTask.REMINDERS, TOMORROW, "more", NOON);
        reminders.on(due, Stage.message("event-2", due));
        assertThat(stage.ordered).isEmpty();
    }
}
