package carequeue.command.appointment;

import static carequeue.api.appointment.AppointmentStatus.*;

import carequeue.api.Channel;
import carequeue.api.Facts;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.*;
import carequeue.api.appointment.AppointmentEvent;
import carequeue.api.appointment.AppointmentEvent.*;
import carequeue.api.appointment.AppointmentNews.OlderNewsIgnored;
import carequeue.api.appointment.AppointmentNews.OutsideSaid;
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
import java.util.Set;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
                .expectResultMessagePayload(arrival(start, start));
    }

    private static Arrival arrival(Instant start, Instant slot) {
        Instant end = start.plusSeconds(1200);
        return new Arrival("p1", "main", "lab", "dr-lee", start, slot != null, slot, null, end, false);
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

    private static RecordAppointment says(AppointmentStatus status, Instant start, String version) {
        return says(status, start, version, null);
    }

    private static RecordAppointment says(AppointmentStatus status, Instant start, String version, Instant saidAt) {
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
                version,
                saidAt,
                null);
    }

    @Test
    void theFirstNewsBooksItAndTheSameAgainIsNoNews() {
        clinic().givenNoPriorActivity().when(says(BOOKED, NOON, "5")).expectEvents(booked(BOOKED, NOON, "5"));
        at(BOOKED).when(says(BOOKED, NOON, "5")).expectNoEvents();
        at(BOOKED).when(says(BOOKED, NOON, "6")).expectEvents(heard(BOOKED, "6"));
    }

    @Test
    void whatIsOlderIsIgnoredAndNotedOnce() {
        OlderNewsIgnored ignored = new OlderNewsIgnored("a1", "ehr", "4", "5", NOON);
        at(BOOKED).when(says(CANCELLED, NOON, "4")).expectEvents(ignored);
        at(BOOKED).andGiven(ignored).when(says(CANCELLED, NOON, "4")).expectNoEvents();
    }

    @Test
    void versionsThatAreNoNumbersGoByTheOthersOwnTime() {
        OutsideSaid abc = new OutsideSaid("a1", "ehr", "77", "W/abc", BOOKED, NOON, NOON);
        at(BOOKED)
                .andGiven(abc)
                .when(says(CANCELLED, NOON, "W/aaa", NOON.minusSeconds(1)))
                .expectEvents(new OlderNewsIgnored("a1", "ehr", "W/aaa", "W/abc", NOON));
        at(BOOKED)
                .andGiven(abc)
                .when(says(CANCELLED, NOON, "W/zzz", NOON.plusSeconds(1)))
                .expectEvents(
                        new AppointmentCancelled("a1", null, "ehr", "W/zzz", NOON),
                        new OutsideSaid("a1", "ehr", "77", "W/zzz", CANCELLED, NOON.plusSeconds(1), NOON));
    }

    @Test
    void newsBeforeArrivalIsTaken() {
        at(BOOKED)
                .when(says(CANCELLED, NOON, "6"))
                .expectEvents(new AppointmentCancelled("a1", null, "ehr", "6", NOON), heard(CANCELLED, "6"));
        at(BOOKED)
                .when(says(NOSHOW, NOON, "6"))
                .expectEvents(new AppointmentNoShow("a1", "ehr", "6", NOON), heard(NOSHOW, "6"));
        at(CANCELLED)
                .when(says(BOOKED, NOON, "6"))
                .expectEvents(new AppointmentBroughtBack("a1", "ehr", "6", NOON), heard(BOOKED, "6"));
        at(BOOKED)
                .when(says(BOOKED, END, "6"))
                .expectEvents(
                        new AppointmentRescheduled(
                                "a1", "lab", "dr-lee", END, END.plusSeconds(1200), null, "ehr", "6", NOON),
                        heard(BOOKED, "6"));
        at(BOOKED)
                .when(says(ENTERED_IN_ERROR, NOON, "6"))
                .expectEvents(
                        new AppointmentEnteredInError("a1", null, "ehr", "6", NOON), heard(ENTERED_IN_ERROR, "6"));
        at(BOOKED)
                .when(says(ARRIVED, NOON, "6"))
                .expectEvents(new OutsideChangeNoted("a1", "ehr", "6", "arrived", NOON), heard(ARRIVED, "6"));
    }

    @Test
    void anUncertainPlanBecomesAnotherOneButACertainOneStays() {
        at(WAITLIST)
                .when(says(PENDING, NOON, "6"))
                .expectEvents(new AppointmentPlanned("a1", PENDING, "ehr", "6", NOON), heard(PENDING, "6"));
        at(PROPOSED)
                .when(says(BOOKED, NOON, "6"))
                .expectEvents(new AppointmentPlanned("a1", BOOKED, "ehr", "6", NOON), heard(BOOKED, "6"));
        at(BOOKED).when(says(PENDING, NOON, "6")).expectEvents(heard(PENDING, "6"));
    }

    private static OutsideSaid heard(AppointmentStatus status, String version) {
        return new OutsideSaid("a1", "ehr", "77", version, status, null, NOON);
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
    void anotherSitesStaffFindNoSuchAppointment() {
        at(BOOKED)
                .when(new ConfirmAppointment("a1"), MetaData.with(Facts.SITES, "north"))
                .expectException(Refused.NotFound.class);
    }
}
