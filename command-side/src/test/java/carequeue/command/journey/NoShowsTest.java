package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.MarkAppointmentNoShow;
import carequeue.api.appointment.AppointmentEvent.AppointmentArrived;
import carequeue.api.appointment.AppointmentEvent.AppointmentBooked;
import carequeue.api.appointment.AppointmentEvent.AppointmentRescheduled;
import carequeue.api.appointment.AppointmentEvent.ArrivalWithdrawn;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.site.ArrivalPolicy;
import carequeue.api.site.SiteEvent.TaskDue;
import carequeue.api.site.SiteTask;
import carequeue.api.site.Sites;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody came: only after the window and the site's time, never while they are here, and not where the site leaves it to people. */
class NoShowsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Instant START = NOON.plus(Duration.ofHours(1));
    private static final AppointmentBooked BOOKED = booked(NOON);
    private static final TaskDue DUE =
            new TaskDue("main", SiteTask.NO_SHOW, DAY, "a1", START.plus(Duration.ofMinutes(45)));
    private static final String STEP = "no-show:2026-11-23:a1";

    private final Stage stage = new Stage(MarkAppointmentNoShow.class);
    private final Deadlines deadlines = mock(Deadlines.class);
    private final EventStore history = mock(EventStore.class);
    private final OpenVisits visits = mock(OpenVisits.class);
    private final MergedRecords records = mock(MergedRecords.class);
    private NoShows process = under(Duration.ofMinutes(30));

    private static AppointmentBooked booked(Instant at) {
        return new AppointmentBooked(
                "a1",
                "main",
                "urgent-care",
                "dr-lee",
                "p1",
                START,
                START.plusSeconds(1800),
                "visit",
                AppointmentStatus.BOOKED,
                "ehr",
                "e1",
                "1",
                at);
    }

    private NoShows under(Duration missedAfter) {
        ArrivalPolicy d = ArrivalPolicy.DEFAULT;
        ArrivalPolicy policy =
                new ArrivalPolicy(d.name(), 2, d.before(), Duration.ofMinutes(15), d.late(), missedAfter);
        return new NoShows(stage.orders, deadlines, history, visits, records, new Sites(List.of(Play.under(policy))));
    }

    @BeforeEach
    void itIsBooked() {
        when(records.current("p1")).thenReturn("p1");
        when(visits.at(any(), any())).thenReturn(Optional.empty());
        happened(BOOKED);
    }

    private void happened(Object... events) {
        when(history.readEvents("a1"))
                .thenAnswer(call -> DomainEventStream.of(Arrays.stream(events)
                        .map(e -> new GenericDomainEventMessage<>("Appointment", "a1", 0, e))
                        .toList()));
    }

    private void arrangedFor(Instant at) {
        verify(deadlines).schedule(Waiting.SITE, "main", STEP, at.plusMillis(1));
    }

    @Test
    void itIsArrangedForTheEndOfTheWindowAndTheSitesTime() {
        process.on(BOOKED);
        arrangedFor(START.plus(Duration.ofMinutes(45)));
    }

    @Test
    void whatBecameKnownLongAfterwardsIsNotJudged() {
        process.on(booked(START.plus(Duration.ofHours(1))));
        verify(deadlines, never()).schedule(any(), any(), any(), any());
    }

    @Test
    void aSiteMayLeaveItToPeople() {
        process = under(null);
        process.on(BOOKED);
        process.on(DUE, Stage.message("m1", "x"));
        verify(deadlines, never()).schedule(any(), any(), any(), any());
        assertThat(stage.of(MarkAppointmentNoShow.class)).isEmpty();
    }

    @Test
    void whoIsMovedIsAwaitedAtTheNewTime() {
        Instant later = START.plus(Duration.ofHours(2));
        AppointmentRescheduled moved = new AppointmentRescheduled(
                "a1", "urgent-care", "dr-lee", later, later.plusSeconds(1800), null, null, null, NOON);
        happened(BOOKED, moved);
        process.on(moved);
        verify(deadlines).cancel(Waiting.SITE, "main", STEP);
        arrangedFor(later.plus(Duration.ofMinutes(45)));
    }

    @Test
    void whoArrivesIsNotAwaitedAnyMoreAndAgainWhenThatWasWrong() {
        process.on(new AppointmentArrived("a1", "v1", START));
        verify(deadlines).cancel(Waiting.SITE, "main", STEP);
        Instant late = START.plus(Duration.ofHours(3));
        process.on(new ArrivalWithdrawn("a1", "v1", "the other Maria", late));
        arrangedFor(late.plus(Duration.ofMinutes(30)));
    }

    @Test
    void whenItIsDueTheAppointmentIsANoShow() {
        process.on(DUE, Stage.message("m1", "x"));
        assertThat(stage.of(MarkAppointmentNoShow.class))
                .extracting(MarkAppointmentNoShow::appointmentId, MarkAppointmentNoShow::openVisit)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("a1", null));
    }

    @Test
    void whileAVisitIsOpenItIsAskedAgainLater() {
        when(visits.at("main", "p1")).thenReturn(Optional.of("v1"));
        stage.answer(MarkAppointmentNoShow.class, new Refused.AgainstRule("visit-open", "The patient is here."));
        process.on(DUE, Stage.message("m1", "x"));
        assertThat(stage.of(MarkAppointmentNoShow.class))
                .extracting(MarkAppointmentNoShow::openVisit)
                .containsExactly("v1");
        arrangedFor(DUE.at().plus(Duration.ofMinutes(15)));
    }

    @Test
    void theTasksStepNamesTheAppointment() {
        assertThat(SiteTasks.begin("main", STEP))
                .isEqualTo(new carequeue.api.site.SiteCommand.BeginTask("main", SiteTask.NO_SHOW, DAY, "a1"));
    }
}
