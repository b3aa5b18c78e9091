package carequeue.command.appointment;

import static carequeue.api.appointment.AppointmentStatus.*;

import carequeue.api.Channel;
import carequeue.api.Facts;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.*;
import carequeue.api.appointment.AppointmentEvent.*;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.site.ArrivalPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An appointment's life, and what outside systems can change of it. */
class AppointmentTest extends PlannedVisit {

    private static CustomTypeSafeMatcher<Throwable> wrongState(AppointmentStatus found) {
        return new CustomTypeSafeMatcher<>("refused, naming " + found) {
            @Override
            protected boolean matchesSafely(Throwable failure) {
                return failure instanceof Refused.WrongState wrong
                        && wrong.state().equals(found.toString());
            }
        };
    }

    private static CustomTypeSafeMatcher<Throwable> rule(String name) {
        return new CustomTypeSafeMatcher<>("refused by the rule " + name) {
            @Override
            protected boolean matchesSafely(Throwable failure) {
                return failure instanceof Refused.AgainstRule against
                        && against.rule().equals(name);
            }
        };
    }

    private static Arrival arrival(Instant start, Instant slot) {
        Instant end = start.plusSeconds(1200);
        return new Arrival("p1", "main", "lab", "dr-lee", start, slot != null, slot, null, end, false);
    }

    @Test
    void anAppointmentIsBookedForAServiceOfTheSite() {
        BookAppointment order = new BookAppointment("a1", "main", "lab", null, "p1", NOON, END, null);
        clinic().givenNoPriorActivity().when(order).expectResultMessagePayload("a1");
        clinic().givenNoPriorActivity()
                .when(new BookAppointment("a1", "main", "dentist", null, "p1", NOON, END, null))
                .expectException(Refused.NotFound.class);
        clinic().givenNoPriorActivity()
                .when(new BookAppointment("a1", "main", "lab", null, "p1", END, NOON, null))
                .expectException(Refused.BadField.class);
        clinic().givenNoPriorActivity()
                .when(order, MetaData.with(Facts.SITES, "north"))
                .expectException(Refused.NotFound.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-30, 0, 15})
    void insideTheWindowThePatientKeepsTheSlot(int minutesAfterStart) {
        Instant start = NOON.minus(Duration.ofMinutes(minutesAfterStart));
        clinic().given(booked(BOOKED, start, "1"))
                .when(new AssessArrival("a1", "main", Channel.KIOSK, ArrivalPolicy.DEFAULT))
                .expectNoEvents()
                .expectResultMessagePayload(arrival(start, start));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 100})
    void afterTheWindowOnlyTheDeskWithAReasonChecksIn(int minutesAfterStart) {
        Instant start = NOON.minus(Duration.ofMinutes(minutesAfterStart));
        MetaData why = MetaData.with(Facts.REASON, "bus was late");
        for (Channel channel : List.of(Channel.DESK, Channel.KIOSK, Channel.PHONE)) {
            clinic().given(booked(BOOKED, start, "1"))
                    .when(new AssessArrival("a1", "main", channel, ArrivalPolicy.DEFAULT))
                    .expectException(rule("arrival-window"));
        }
        clinic().given(booked(BOOKED, start, "1"))
                .when(new AssessArrival("a1", "main", Channel.KIOSK, ArrivalPolicy.DEFAULT), why)
                .expectException(rule("arrival-window"));
        clinic().given(booked(BOOKED, start, "1"))
                .when(new AssessArrival("a1", "main", Channel.DESK, ArrivalPolicy.DEFAULT), why)
                .expectResultMessagePayload(arrival(start, null));
    }

    @Test
    void whoComesTooLateComesInWithoutTheSlotWhereThePolicySaysSo() {
        ArrivalPolicy walkIn = new ArrivalPolicy(
                "arrival-window", 2, Duration.ofMinutes(30), Duration.ofMinutes(15), ArrivalPolicy.Late.AS_WALK_IN);
        Instant start = NOON.minus(Duration.ofMinutes(16));
        clinic().given(booked(BOOKED, start, "1"))
                .when(new AssessArrival("a1", "main", Channel.KIOSK, walkIn))
                .expectResultMessagePayload(arrival(start, null));
    }

    @Test
    void aWrongSiteOrStatusIsRefused() {
        clinic().given(booked(BOOKED, NOON, "1"))
                .when(new AssessArrival("a1", "north", Channel.DESK, ArrivalPolicy.DEFAULT))
                .expectException(rule("wrong-site"));
        at(CANCELLED)
                .when(new AssessArrival("a1", "main", Channel.DESK, ArrivalPolicy.DEFAULT))
                .expectException(wrongState(CANCELLED));
        at(CHECKED_IN)
                .when(new AssessArrival("a1", "main", Channel.DESK, ArrivalPolicy.DEFAULT))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void anotherVisitCannotMoveIt() {
        at(ARRIVED).when(new CheckInAppointment("a1", "v2")).expectException(wrongState(ARRIVED));
        at(ARRIVED).when(new FulfilAppointment("a1", "v2")).expectException(wrongState(ARRIVED));
        at(ARRIVED).when(new Arrive("a1", "v2")).expectException(wrongState(ARRIVED));
        at(ARRIVED).when(new WithdrawArrival("a1", "v2", "x")).expectNoEvents();
        at(CHECKED_IN)
                .when(new WithdrawArrival("a1", "v1", "left"))
                .expectEvents(new ArrivalWithdrawn("a1", "v1", "left", NOON));
    }

    @Test
    void aNoShowIsOnlyWhoCanNoLongerArriveAndHasNoOpenVisit() {
        clinic().given(booked(BOOKED, NOON.minusSeconds(15 * 60), "1"))
                .when(new MarkAppointmentNoShow("a1", ArrivalPolicy.DEFAULT))
                .expectException(rule("arrival-window"));
        clinic().given(booked(BOOKED, NOON.minusSeconds(15 * 60 + 1), "1"))
                .when(new MarkAppointmentNoShow("a1", ArrivalPolicy.DEFAULT))
                .expectEvents(new AppointmentNoShow("a1", null, null, NOON));
        at(ARRIVED).when(new MarkAppointmentNoShow("a1", ArrivalPolicy.DEFAULT)).expectException(wrongState(ARRIVED));
    }

    @Test
    void anotherSitesStaffFindNoSuchAppointment() {
        at(BOOKED)
                .when(new ConfirmAppointment("a1"), MetaData.with(Facts.SITES, "north"))
                .expectException(Refused.NotFound.class);
    }
}
