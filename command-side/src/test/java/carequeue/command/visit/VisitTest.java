package carequeue.command.visit;

import static carequeue.api.visit.VisitState.*;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Channel;
import carequeue.api.Facts;
import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.visit.Identification;
import carequeue.api.visit.LookupOutcome;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand;
import carequeue.api.visit.VisitCommand.*;
import carequeue.api.visit.VisitEvent;
import carequeue.api.visit.VisitEvent.*;
import carequeue.api.visit.VisitState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A visit's life: every order in every state, and what repeats and late answers come to. */
class VisitTest {

    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Identification TYPED =
            new Identification(Phi.of("MRN001"), Phi.of("Ann"), Phi.of("Lee"), null, null);

    private static FixtureConfiguration<Visit> clinic() {
        return new AggregateTestFixture<>(Visit.class).registerInjectableResource(Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static RequestCheckIn order(Channel channel, Integer acuity) {
        return new RequestCheckIn(
                "v1",
                "main",
                DAY,
                channel,
                "p1",
                null,
                true,
                "a1",
                "lab",
                null,
                null,
                acuity,
                Phi.of("cough"),
                Duration.ofSeconds(2));
    }

    private static CheckInRequested requested(Identification who) {
        return new CheckInRequested(
                "v1",
                "main",
                DAY,
                Channel.DESK,
                "p1",
                who,
                true,
                "a1",
                "lab",
                null,
                null,
                null,
                Phi.of("cough"),
                Duration.ofSeconds(2),
                NOON);
    }

    private static final PatientLookupRequested ASKED = new PatientLookupRequested("v1", "main", "p1", null, NOON);
    private static final VisitPlaced PLACED = new VisitPlaced("v1", "p1", "a1", "q", "e1", "L-001", NOON);

    private static List<VisitEvent> at(VisitState state) {
        List<VisitEvent> story = new ArrayList<>(List.of(requested(null)));
        if (state != REQUESTED) {
            story.add(ASKED);
        }
        switch (state) {
            case REQUESTED, CHECKING_IN -> {}
            case WAITING -> story.add(PLACED);
            case IN_SERVICE -> story.addAll(List.of(PLACED, new ServiceBegun("v1", "p1", NOON)));
            case FINISHED -> story.addAll(List.of(PLACED, new VisitFinished("v1", "p1", "a1", NOON)));
            case LEFT -> story.addAll(List.of(PLACED, new VisitLeft("v1", "p1", "a1", "x", NOON)));
            case REFUSED -> story.add(new CheckInRefused("v1", "a1", "deceased", "x", NOON));
            case CANCELLED -> throw new IllegalArgumentException("no step leads there yet");
        }
        return story;
    }

    static Stream<Arguments> everyPair() {
        Map<VisitCommand, Map<VisitState, VisitState>> table = Map.of(
                new PlaceVisit("v1", "q", "e2", "L-001"),
                Map.of(REQUESTED, WAITING, CHECKING_IN, WAITING, WAITING, WAITING, IN_SERVICE, WAITING),
                new BeginService("v1"),
                Map.of(WAITING, IN_SERVICE, IN_SERVICE, IN_SERVICE),
                new BackToWaiting("v1"),
                Map.of(IN_SERVICE, WAITING, WAITING, WAITING),
                new FinishVisit("v1"),
                Map.of(WAITING, FINISHED, IN_SERVICE, FINISHED, FINISHED, FINISHED),
                new EndUnseen("v1", "no time"),
                Map.of(WAITING, LEFT, LEFT, LEFT),
                new ReopenVisit("v1"),
                Map.of(
                        LEFT,
                        WAITING,
                        REQUESTED,
                        REQUESTED,
                        CHECKING_IN,
                        CHECKING_IN,
                        WAITING,
                        WAITING,
                        IN_SERVICE,
                        IN_SERVICE),
                new RefuseCheckIn("v1", "closed", "The queue is closed."),
                Map.of(REQUESTED, REFUSED, CHECKING_IN, REFUSED, REFUSED, REFUSED),
                new IdentifyPatient("v1", "p2"),
                Map.of(REQUESTED, REQUESTED, CHECKING_IN, CHECKING_IN, WAITING, WAITING, IN_SERVICE, IN_SERVICE));
        return table.entrySet().stream()
                .flatMap(o -> Stream.of(VisitState.values())
                        .filter(s -> s != CANCELLED)
                        .map(s -> Arguments.of(o.getKey(), s, o.getValue().get(s))));
    }

    @ParameterizedTest(name = "{0} when {1}")
    @MethodSource("everyPair")
    void isCarriedOutOrRefusedNamingTheState(VisitCommand order, VisitState found, VisitState expected) {
        ResultValidator<Visit> outcome = clinic().given(at(found)).when(order);
        if (expected != null) {
            outcome.expectSuccessfulHandlerExecution()
                    .expectState(v -> assertThat(v.state()).isEqualTo(expected));
        } else {
            outcome.expectNoEvents().expectException(new CustomTypeSafeMatcher<Throwable>("refused, naming " + found) {
                @Override
                protected boolean matchesSafely(Throwable failure) {
                    return failure instanceof Refused.WrongState wrong
                            && wrong.state().equals(found.toString());
                }
            });
        }
    }

    @Test
    void aCheckInBeginsTheVisitAndAnswersItsIdentifier() {
        clinic().givenNoPriorActivity()
                .when(order(Channel.DESK, null))
                .expectEvents(requested(null))
                .expectResultMessagePayload("v1");
        clinic().givenNoPriorActivity()
                .when(order(Channel.DESK, null), MetaData.with(Facts.SITES, "north"))
                .expectException(Refused.NotFound.class);
    }

    @Test
    void onlyCliniciansSayAtTheDeskHowUrgentAPatientIs() {
        MetaData clinician = MetaData.with(Facts.ROLES, "clinician");
        clinic().givenNoPriorActivity().when(order(Channel.DESK, 2), clinician).expectSuccessfulHandlerExecution();
        clinic().givenNoPriorActivity()
                .when(order(Channel.DESK, 2), MetaData.with(Facts.ROLES, "front-desk"))
                .expectException(Refused.NotAllowed.class);
        clinic().givenNoPriorActivity()
                .when(order(Channel.KIOSK, 2), clinician)
                .expectException(Refused.AgainstRule.class);
        clinic().givenNoPriorActivity().when(order(Channel.DESK, 6), clinician).expectException(Refused.BadField.class);
    }

    @Test
    void theEhrIsAskedOnce() {
        clinic().given(requested(null)).when(new LookUpPatient("v1")).expectEvents(ASKED);
        clinic().given(requested(null), ASKED).when(new LookUpPatient("v1")).expectNoEvents();
    }

    @ParameterizedTest
    @EnumSource(LookupOutcome.class)
    void anAnswerCountsOnceAndALateOneOnlyAfterNone(LookupOutcome first) {
        PatientLookupAnswered answered = new PatientLookupAnswered("v1", first, "p1", null, NOON);
        clinic().given(at(CHECKING_IN))
                .when(new AnswerLookup("v1", first, "p1", null))
                .expectEvents(answered);
        ResultValidator<Visit> late = clinic().given(at(CHECKING_IN))
                .andGiven(answered)
                .when(new AnswerLookup("v1", LookupOutcome.FOUND, "p1", null));
        if (first == LookupOutcome.UNAVAILABLE) {
            late.expectEvents(new PatientLookupAnswered("v1", LookupOutcome.FOUND, "p1", null, NOON));
        } else {
            late.expectNoEvents();
        }
    }

    @Test
    void patienceEndsOnlyWhileSomebodyWaits() {
        EndPatience order = new EndPatience("v1", "patient");
        PatienceEnded ended = new PatienceEnded("v1", "patient", NOON);
        clinic().given(at(CHECKING_IN)).when(order).expectEvents(ended);
        clinic().given(at(CHECKING_IN)).andGiven(ended).when(order).expectNoEvents();
        clinic().given(at(REQUESTED)).when(order).expectNoEvents();
        clinic().given(at(WAITING)).when(order).expectNoEvents();
        clinic().given(at(CHECKING_IN))
                .andGiven(new PatientLookupAnswered("v1", LookupOutcome.FOUND, "p1", null, NOON))
                .when(order)
                .expectNoEvents();
    }

    @Test
    void aPatientIsNamedOnceAndTheProvisionalIdentifierIsKept() {
        clinic().given(requested(TYPED))
                .when(new IdentifyPatient("v1", "p9"))
                .expectEvents(new PatientIdentified("v1", "main", "p9", "p1", NOON));
        clinic().given(requested(TYPED))
                .when(new IdentifyPatient("v1", "p1"))
                .expectEvents(new PatientIdentified("v1", "main", "p1", "p1", NOON));
        clinic().given(requested(null)).when(new IdentifyPatient("v1", "p1")).expectNoEvents();
    }

    @Test
    void theSamePlaceAgainIsHarmless() {
        clinic().given(at(IN_SERVICE))
                .when(new PlaceVisit("v1", "q", "e1", "L-001"))
                .expectNoEvents();
    }

    @Test
    void anItemIsOpenOrNot() {
        ItemRaised raised = new ItemRaised("v1", OpenItem.EHR_ARRIVED, "outage", NOON);
        RaiseItem raise = new RaiseItem("v1", OpenItem.EHR_ARRIVED, "outage");
        CloseItem close = new CloseItem("v1", OpenItem.EHR_ARRIVED, "by hand");
        clinic().given(at(WAITING)).when(raise).expectEvents(raised);
        clinic().given(at(WAITING)).andGiven(raised).when(raise).expectNoEvents();
        clinic().given(at(WAITING)).when(close).expectNoEvents();
        clinic().given(at(WAITING))
                .andGiven(raised)
                .when(close)
                .expectEvents(new ItemClosed("v1", OpenItem.EHR_ARRIVED, "by hand", NOON));
        clinic().given(at(FINISHED))
                .andGiven(raised)
                .when(new NoteTold("v1", OpenItem.EHR_ARRIVED, "ehr", "Encounter/7"))
                .expectEvents(
                        new OutsideTold("v1", OpenItem.EHR_ARRIVED, "ehr", "Encounter/7", NOON),
                        new ItemClosed("v1", OpenItem.EHR_ARRIVED, "told ehr", NOON));
        clinic().given(at(FINISHED))
                .when(new NoteTold("v1", OpenItem.EHR_ARRIVED, "ehr", "Encounter/7"))
                .expectEvents(new OutsideTold("v1", OpenItem.EHR_ARRIVED, "ehr", "Encounter/7", NOON));
    }

    @Test
    void anotherSitesStaffFindNoSuchVisit() {
        clinic().given(at(WAITING))
                .when(new FinishVisit("v1"), MetaData.with(Facts.SITES, "north"))
                .expectException(Refused.NotFound.class);
    }
}
