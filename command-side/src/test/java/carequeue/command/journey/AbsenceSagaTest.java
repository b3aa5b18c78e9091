package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.appointment.AppointmentEvent.AppointmentArrived;
import carequeue.api.appointment.AppointmentEvent.AppointmentBooked;
import carequeue.api.appointment.AppointmentEvent.AppointmentCancelled;
import carequeue.api.appointment.AppointmentEvent.AppointmentCorrected;
import carequeue.api.appointment.AppointmentEvent.AppointmentEnteredInError;
import carequeue.api.appointment.AppointmentEvent.AppointmentFulfilled;
import carequeue.api.appointment.AppointmentEvent.AppointmentNoShow;
import carequeue.api.appointment.AppointmentEvent.AppointmentRescheduled;
import carequeue.api.appointment.AppointmentEvent.ArrivalWithdrawn;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.notification.MessageTemplate;
import carequeue.api.notification.NotificationCommand.RequestNotification;
import carequeue.api.site.SiteEvent.ProviderUnavailable;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A provider who is away: who is booked with them in that time hears of it, and nobody else does. */
class AbsenceSagaTest {

    private final Play<AbsenceSaga> play = new Play<>(AbsenceSaga.class);

    private static AppointmentBooked booked(String provider) {
        return new AppointmentBooked(
                "a1",
                "main",
                "lab",
                provider,
                "p1",
                NOON,
                NOON.plusSeconds(1200),
                null,
                AppointmentStatus.BOOKED,
                null,
                null,
                null,
                NOON);
    }

    private static ProviderUnavailable away(String site, String provider, Instant from, Instant until) {
        return new ProviderUnavailable(site, provider, from, until, "ill", NOON);
    }

    @Test
    void whoIsBookedInThatTimeIsTold() {
        play.tell(booked("dr-lee")).tell(away("main", "dr-lee", NOON.minusSeconds(60), null));
        RequestNotification told = play.order(RequestNotification.class);
        assertThat(told.template()).isEqualTo(MessageTemplate.APPOINTMENT_NEWS);
        assertThat(told.patientId()).isEqualTo("p1");
        assertThat(told.appointmentId()).isEqualTo("a1");
        assertThat(told.variables()).containsEntry("time", "12:00");
        play.tell(away("main", "dr-lee", NOON.minusSeconds(60), NOON.plusSeconds(60)));
        assertThat(play.order(RequestNotification.class).notificationId()).isNotEqualTo(told.notificationId());
    }

    @Test
    void nobodyElseIs() {
        play.tell(booked("dr-lee"));
        for (ProviderUnavailable other : List.of(
                away("north", "dr-lee", NOON, null),
                away("main", "dr-lee", NOON.plusSeconds(1), null),
                away("main", "dr-lee", NOON.minusSeconds(60), NOON),
                away("main", "dr-roy", NOON, null))) {
            assertThat(play.tell(other).names()).as("%s", other).isEmpty();
            assertThat(play.failure()).as("%s", other).isNull();
        }
        play.tell(new AppointmentArrived("a1", "v1", NOON)).tell(away("main", "dr-lee", NOON, null));
        assertThat(play.names()).isEmpty();
        play.tell(new ArrivalWithdrawn("a1", "v1", "left", NOON)).tell(away("main", "dr-lee", NOON, null));
        assertThat(play.names()).containsExactly("RequestNotification");
    }

    @Test
    void anotherProviderOrTimeIsFollowed() {
        play.tell(booked("dr-lee"))
                .tell(new AppointmentRescheduled(
                        "a1", "lab", "dr-roy", NOON.plusSeconds(3600), NOON.plusSeconds(4800), null, null, null, NOON));
        assertThat(play.tell(away("main", "dr-lee", NOON, null)).names()).isEmpty();
        assertThat(play.tell(away("main", "dr-roy", NOON, NOON.plusSeconds(3600)))
                        .names())
                .isEmpty();
        assertThat(play.tell(away("main", "dr-roy", NOON, null)).names()).containsExactly("RequestNotification");
    }

    @Test
    void whoWasBookedWithNobodyInParticularAndGotAProviderLaterIsTold() {
        play.tell(booked(null))
                .tell(new AppointmentRescheduled(
                        "a1", "lab", "dr-roy", NOON, NOON.plusSeconds(1200), null, null, null, NOON));
        assertThat(play.tell(away("main", "dr-roy", NOON, null)).names()).containsExactly("RequestNotification");
        play.tell(new AppointmentRescheduled("a1", "lab", null, NOON, NOON.plusSeconds(1200), null, null, null, NOON))
                .tell(away("main", "dr-roy", NOON, null));
        assertThat(play.names()).as("nobody in particular again").isEmpty();
    }

    @Test
    void whatWasBookedWronglyIsFollowedAsItIsRight() {
        play.tell(booked("dr-lee"))
                .tell(new AppointmentCorrected(
                        "a1", "lab", "dr-roy", "p2", NOON, NOON.plusSeconds(1200), null, "typo", null, NOON));
        assertThat(play.tell(away("main", "dr-lee", NOON, null)).names()).isEmpty();
        play.tell(away("main", "dr-roy", NOON, null));
        assertThat(play.order(RequestNotification.class).patientId()).isEqualTo("p2");
    }

    @Test
    void itEndsWithTheAppointment() {
        for (Object last : List.of(
                new AppointmentCancelled("a1", "x", null, null, NOON),
                new AppointmentNoShow("a1", null, null, NOON),
                new AppointmentEnteredInError("a1", "x", null, null, NOON),
                new AppointmentFulfilled("a1", "v1", NOON))) {
            new Play<>(AbsenceSaga.class)
                    .tell(booked("dr-lee"))
                    .tell(last)
                    .result()
                    .expectActiveSagas(0);
        }
    }
}
