package carequeue.command.appointment;

import static carequeue.api.appointment.AppointmentStatus.*;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Channel;
import carequeue.api.Facts;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand;
import carequeue.api.appointment.AppointmentCommand.*;
import carequeue.api.appointment.AppointmentEvent;
import carequeue.api.appointment.AppointmentEvent.*;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.site.ArrivalPolicy;
import carequeue.api.site.Policies;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An appointment's life, and what outside systems can change of it. */
class AppointmentTest {

    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");
    private static final Instant END = NOON.plusSeconds(1200);

    private static FixtureConfiguration<Appointment> clinic() {
        Site site = new Site(
                "main",
                "Main Street Clinic",
                ZoneId.of("America/New_York"),
                LocalTime.of(3, 0),
                new Site.OpeningHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
                List.of(new Site.Service("lab", "Laboratory", "L")),
                List.of(),
                Policies.DEFAULT);
        return new AggregateTestFixture<>(Appointment.class)
                .registerInjectableResource(new Sites(List.of(site)))
                .registerInjectableResource(Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static AppointmentBooked booked(AppointmentStatus status, Instant start, String version) {
        return new AppointmentBooked(
                "a1",
                "main",
                "lab",
                "dr-lee",
                "p1",
                start,
                start.plusSeconds(1200),
                "check-up",
                status,
                "ehr",
                "77",
                version,
                NOON);
    }

    private static TestExecutor<Appointment> at(AppointmentStatus status) {
        List<AppointmentEvent> story = new ArrayList<>();
        boolean came = Set.of(ARRIVED, CHECKED_IN, FULFILLED).contains(status);
        story.add(booked(came ? BOOKED : status, NOON, "5"));
        if (came) {
            story.add(new AppointmentArrived("a1", "v1", NOON));
        }
        if (status == CHECKED_IN || status == FULFILLED) {
            story.add(new AppointmentCheckedIn("a1", "v1", NOON));
        }
        if (status == FULFILLED) {
            story.add(new AppointmentFulfilled("a1", "v1", NOON));
        }
        return clinic().given(story);
    }

    /** Each order with the statuses that allow it and the one it leads to; same statuses in a pair: harmless. */
    static Stream<Arguments> everyPair() {
        Map<AppointmentStatus, AppointmentStatus> planned =
                Map.of(PROPOSED, CANCELLED, PENDING, CANCELLED, BOOKED, CANCELLED, WAITLIST, CANCELLED);
        Map<AppointmentCommand, Map<AppointmentStatus, AppointmentStatus>> table = Map.of(
                new Arrive("a1", "v1"),
                Map.of(
                        PROPOSED,
                        ARRIVED,
                        PENDING,
                        ARRIVED,
                        BOOKED,
                        ARRIVED,
                        WAITLIST,
                        ARRIVED,
                        NOSHOW,
                        ARRIVED,
                        ARRIVED,
                        ARRIVED,
                        CHECKED_IN,
                        CHECKED_IN),
                new CheckInAppointment("a1", "v1"),
                Map.of(ARRIVED, CHECKED_IN, CHECKED_IN, CHECKED_IN),
                new FulfilAppointment("a1", "v1"),
                Map.of(ARRIVED, FULFILLED, CHECKED_IN, FULFILLED, FULFILLED, FULFILLED),
                new CancelAppointment("a1", "ill"),
                planned,
                new BringBackAppointment("a1"),
                Map.of(NOSHOW, BOOKED, CANCELLED, BOOKED),
                new ConfirmAppointment("a1"),
                Map.of(PROPOSED, BOOKED, PENDING, BOOKED, BOOKED, BOOKED, WAITLIST, BOOKED),
                new RescheduleAppointment("a1", END, END.plusSeconds(60), "asked"),
                Map.of(PROPOSED, PROPOSED, PENDING, PENDING, BOOKED, BOOKED, WAITLIST, WAITLIST));
        return table.entrySet().stream()
                .flatMap(order -> Stream.of(AppointmentStatus.values())
                        .map(found -> Arguments.of(
                                order.getKey(), found, order.getValue().get(found))));
    }

    @ParameterizedTest(name = "{0} when {1}")
    @MethodSource("everyPair")
    void isCarriedOutOrRefusedNamingTheStatus(
            AppointmentCommand order, AppointmentStatus found, AppointmentStatus expected) {
        ResultValidator<Appointment> outcome = at(found).when(order);
        if (expected != null) {
            outcome.expectSuccessfulHandlerExecution()
                    .expectState(a -> assertThat(a.status()).isEqualTo(expected));
        } else {
            outcome.expectNoEvents().expectException(wrongState(found));
        }
    }

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
                .expectResultMessagePayload(new Arrival("p1", "main", "lab", "dr-lee", start, true));
    }

    @ParameterizedTest
    @ValueSource(ints = {-31, 16})
    void outsideTheWindowOnlyTheDeskWithAReasonChecksIn(int minutesAfterStart) {
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
        boolean keepsSlot = minutesAfterStart < 0;
        clinic().given(booked(BOOKED, start, "1"))
                .when(new AssessArrival("a1", "main", Channel.DESK, ArrivalPolicy.DEFAULT), why)
                .expectResultMessagePayload(new Arrival("p1", "main", "lab", "dr-lee", start, keepsSlot));
    }

    @Test
    void whoComesTooLateComesInWithoutTheSlotWhereThePolicySaysSo() {
        ArrivalPolicy walkIn = new ArrivalPolicy(
                "arrival-window", 2, Duration.ofMinutes(30), Duration.ofMinutes(15), ArrivalPolicy.Late.AS_WALK_IN);
        Instant start = NOON.minus(Duration.ofMinutes(16));
        clinic().given(booked(BOOKED, start, "1"))
                .when(new AssessArrival("a1", "main", Channel.KIOSK, walkIn))
                .expectResultMessagePayload(new Arrival("p1", "main", "lab", "dr-lee", start, false));
        clinic().given(booked(BOOKED, NOON.plus(Duration.ofMinutes(31)), "1"))
                .when(new AssessArrival("a1", "main", Channel.KIOSK, walkIn))
                .expectException(rule("arrival-window"));
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

    private static RecordAppointment says(AppointmentStatus status, Instant start, String version) {
        return new RecordAppointment(
                "a1",
                "main",
                "lab",
                "dr-lee",
                "p1",
                start,
                start.plusSeconds(1200),
                "check-up",
                status,
                "ehr",
                "77",
                version);
    }

    @Test
    void theFirstNewsBooksItAndTheSameAgainIsNoNews() {
        clinic().givenNoPriorActivity().when(says(BOOKED, NOON, "5")).expectEvents(booked(BOOKED, NOON, "5"));
        at(BOOKED).when(says(BOOKED, NOON, "5")).expectNoEvents();
        at(BOOKED).when(says(BOOKED, NOON, "6")).expectNoEvents();
        at(BOOKED).when(says(CANCELLED, NOON, "4")).expectNoEvents();
    }

    @Test
    void newsBeforeArrivalIsTaken() {
        at(BOOKED)
                .when(says(CANCELLED, NOON, "6"))
                .expectEvents(new AppointmentCancelled("a1", null, "ehr", "6", NOON));
        at(BOOKED).when(says(NOSHOW, NOON, "6")).expectEvents(new AppointmentNoShow("a1", "ehr", "6", NOON));
        at(CANCELLED).when(says(BOOKED, NOON, "6")).expectEvents(new AppointmentBroughtBack("a1", "ehr", "6", NOON));
        at(BOOKED)
                .when(says(BOOKED, END, "6"))
                .expectEvents(new AppointmentRescheduled(
                        "a1", "lab", "dr-lee", END, END.plusSeconds(1200), null, "ehr", "6", NOON));
        at(BOOKED)
                .when(says(ENTERED_IN_ERROR, NOON, "6"))
                .expectEvents(new AppointmentCancelled("a1", "entered in error", "ehr", "6", NOON));
        at(BOOKED)
                .when(says(ARRIVED, NOON, "6"))
                .expectEvents(new OutsideChangeNoted("a1", "ehr", "6", "arrived", NOON));
    }

    @Test
    void whatWeWroteOurselvesIsNoNews() {
        AppointmentWritten written = new AppointmentWritten("a1", "ehr", "77", "6", ARRIVED, NOON);
        at(ARRIVED).when(new NoteWritten("a1", "ehr", "77", "6", ARRIVED)).expectEvents(written);
        at(ARRIVED).andGiven(written).when(says(ARRIVED, NOON, "6")).expectNoEvents();
        at(ARRIVED)
                .andGiven(written)
                .when(new NoteWritten("a1", "ehr", "77", "6", ARRIVED))
                .expectNoEvents();
    }

    @Test
    void fromArrivalOnOurHistoryLeadsAndTheDifferenceIsNotedOnce() {
        for (AppointmentStatus ours : List.of(ARRIVED, CHECKED_IN, FULFILLED)) {
            OutsideChangeNoted noted = new OutsideChangeNoted("a1", "ehr", "6", "cancelled", NOON);
            at(ours).when(says(CANCELLED, NOON, "6")).expectEvents(noted);
            at(ours).andGiven(noted).when(says(CANCELLED, NOON, "6")).expectNoEvents();
            at(ours).when(says(BOOKED, END, "6")).expectEvents(new OutsideChangeNoted("a1", "ehr", "6", "moved", NOON));
            at(ours).when(says(BOOKED, NOON, "6")).expectNoEvents();
        }
    }

    @Test
    void anotherSitesStaffFindNoSuchAppointment() {
        at(BOOKED)
                .when(new ConfirmAppointment("a1"), MetaData.with(Facts.SITES, "north"))
                .expectException(Refused.NotFound.class);
    }
}
