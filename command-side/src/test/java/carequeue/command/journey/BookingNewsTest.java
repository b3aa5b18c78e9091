package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import carequeue.api.appointment.AppointmentEvent.AppointmentBooked;
import carequeue.api.appointment.AppointmentEvent.AppointmentCancelled;
import carequeue.api.appointment.AppointmentEvent.AppointmentConfirmed;
import carequeue.api.appointment.AppointmentEvent.AppointmentRescheduled;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.notification.MessageTemplate;
import carequeue.api.notification.NotificationCommand.RequestNotification;
import carequeue.api.site.Sites;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Patients are told of an appointment that is booked here, moved or cancelled, as long as it is to come; each change once. */
class BookingNewsTest {

    private static final Instant START = Instant.parse("2026-11-24T15:30:00Z");
    private static final Instant LATER = Instant.parse("2026-11-25T16:00:00Z");

    private final Stage stage = new Stage(RequestNotification.class);
    private final List<DomainEventMessage<?>> past = new ArrayList<>();
    private final EventStore history = mock(EventStore.class);
    private final BookingNews news = new BookingNews(stage.orders, new Sites(List.of(Play.SITE)), history);

    @BeforeEach
    void aHistory() {
        when(history.readEvents(any())).thenAnswer(asked -> DomainEventStream.of(past.stream()));
    }

    private static AppointmentBooked booked(String system, AppointmentStatus status, Instant at) {
        return new AppointmentBooked(
                "a1", "main", "lab", null, "p1", START, START, null, status, system, null, null, at);
    }

    private DomainEventMessage<?> happened(Object event) {
        var message = new GenericDomainEventMessage<>("Appointment", "a1", past.size(), event);
        past.add(message);
        return message;
    }

    private RequestNotification told() {
        assertThat(stage.ordered).hasSize(1);
        return stage.of(RequestNotification.class).get(0);
    }

    @Test
    void whatIsBookedHereIsConfirmed() {
        AppointmentBooked booked = booked(null, AppointmentStatus.BOOKED, NOON);
        news.on(booked, happened(booked));
        assertThat(told().template()).isEqualTo(MessageTemplate.APPOINTMENT_CONFIRMED);
        assertThat(told().patientId()).isEqualTo("p1");
        assertThat(told().appointmentId()).isEqualTo("a1");
        assertThat(told().variables()).containsEntry("date", "2026-11-24").containsEntry("time", "10:30");
        assertThat(told().expiresAt()).isEqualTo(START);
    }

    @Test
    void whatAnotherSystemBooksOrIsOnlyPlannedOrIsPastIsNotConfirmed() {
        AppointmentBooked outside = booked("ehr", AppointmentStatus.BOOKED, NOON);
        news.on(outside, happened(outside));
        AppointmentBooked planned = booked(null, AppointmentStatus.PROPOSED, NOON);
        news.on(planned, happened(planned));
        AppointmentBooked late = booked(null, AppointmentStatus.BOOKED, START);
        news.on(late, happened(late));
        assertThat(stage.ordered).isEmpty();
    }

    @Test
    void whatWasPlannedIsConfirmedWhenItIsCertain() {
        happened(booked(null, AppointmentStatus.PENDING, NOON));
        AppointmentConfirmed confirmed = new AppointmentConfirmed("a1", NOON);
        news.on(confirmed, happened(confirmed), "main");
        assertThat(told().template()).isEqualTo(MessageTemplate.APPOINTMENT_CONFIRMED);
    }

    @Test
    void aMoveIsToldWithTheNewTimeAndACancelOfItWithThatToo() {
        happened(booked("ehr", AppointmentStatus.BOOKED, NOON));
        var moved = new AppointmentRescheduled("a1", "lab", null, LATER, LATER, "asked", "ehr", "2", NOON);
        news.on(moved, happened(moved), "main");
        assertThat(told().template()).isEqualTo(MessageTemplate.APPOINTMENT_MOVED);
        assertThat(told().variables()).containsEntry("date", "2026-11-25").containsEntry("time", "11:00");
        assertThat(MessageTemplate.APPOINTMENT_MOVED.variables())
                .containsAll(told().variables().keySet());
        stage.ordered.clear();
        var cancelled = new AppointmentCancelled("a1", "ill", null, null, START.plusSeconds(60));
        news.on(cancelled, happened(cancelled), "main");
        assertThat(told().template()).isEqualTo(MessageTemplate.APPOINTMENT_CANCELLED);
        assertThat(told().variables()).containsEntry("date", "2026-11-25");
        assertThat(told().patientId()).isEqualTo("p1");
    }

    @Test
    void whoMissedItIsNotToldThatItIsCancelled() {
        happened(booked(null, AppointmentStatus.BOOKED, NOON));
        var cancelled = new AppointmentCancelled("a1", "did not come", null, null, START.plusSeconds(60));
        news.on(cancelled, happened(cancelled), "main");
        assertThat(stage.ordered).isEmpty();
    }
}
