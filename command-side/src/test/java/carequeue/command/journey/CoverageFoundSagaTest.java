package carequeue.command.journey;

import static carequeue.api.eligibility.EligibilityState.*;
import static carequeue.command.journey.Payers.*;
import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import carequeue.api.Ids;
import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.eligibility.EligibilityCommand.RequestEligibility;
import carequeue.api.patient.Coverage;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.patient.Covered;
import carequeue.api.patient.OpenVisit;
import carequeue.api.patient.PatientCommand.AskCoverages;
import carequeue.api.patient.PatientEvent.CoverageRecorded;
import carequeue.api.payment.AtCheckIn;
import carequeue.api.payment.PaymentCommand.ProposeRefund;
import carequeue.api.payment.PaymentCommand.RequestPayment;
import carequeue.api.payment.PaymentCommand.VoidPayment;
import carequeue.api.visit.VisitCommand.AskVisit;
import carequeue.api.visit.VisitCommand.VisitNow;
import carequeue.api.visit.VisitEvent.CheckInRefused;
import carequeue.api.visit.VisitEvent.CheckInReversed;
import carequeue.api.visit.VisitEvent.VisitLeft;
import carequeue.api.visit.VisitEvent.VisitPlaced;
import carequeue.api.visit.VisitState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way of a coverage that becomes known during a visit: there is no visit; the visit is placed, or still being checked in; the payer
 * answers active or not, or not at all; self-pay was asked and not yet paid, or paid; the visit ends first.
 */
class CoverageFoundSagaTest {

    private final OpenVisits visits = mock(OpenVisits.class);

    private final Play<CoverageFoundSaga> play = new Play<>(
                    CoverageFoundSaga.class, Play.under(policy(AtCheckIn.INSURED, 2500, false)))
            .with(visits)
            .answering(AskCoverages.class, COVERED);

    private void openVisit() {
        when(visits.of("p1")).thenReturn(List.of(new OpenVisit("v1", "main", "p1", null, null)));
    }

    private static VisitNow visit(String queue) {
        return new VisitNow(
                "v1", "main", DAY, VisitState.WAITING, "p1", "lab", null, queue, queue == null ? null : "e");
    }

    private static CoverageRecorded recorded() {
        Coverage coverage = new Coverage(
                "c1",
                CoverageOrder.PRIMARY,
                "60054",
                "Aetna",
                Phi.of("W1"),
                null,
                Coverage.Relationship.SELF,
                null,
                null,
                null);
        return new CoverageRecorded("p1", coverage, "desk");
    }

    private Play<CoverageFoundSaga> found() {
        openVisit();
        play.refusing(VoidPayment.class, new Refused.NotFound("payment", "x"));
        return play.answering(AskVisit.class, visit("q")).tell(recorded());
    }

    @Test
    void withoutAVisitNothingIsAsked() {
        assertThat(play.tell(recorded()).names()).isEmpty();
        play.result().expectActiveSagas(0);
    }

    @Test
    void duringAVisitThePayerIsAskedAndThenThePatient() {
        found();
        assertThat(play.names()).containsExactly("AskVisit", "AskCoverages", "RequestEligibility");
        assertThat(play.order(RequestEligibility.class).visitId()).isEqualTo("v1");
        play.tell(asked()).tell(unanswered());
        assertThat(play.names()).isEmpty();
        play.tell(answered(ACTIVE, 4000L));
        assertThat(play.names()).containsExactly("NoteStep", "VoidPayment", "RequestPayment");
        RequestPayment payment = play.order(RequestPayment.class);
        assertThat(payment.paymentId()).isEqualTo(Ids.derived("payment", "v1", "co-pay"));
        assertThat(payment.entryId()).isEqualTo("e");
        play.result().expectActiveSagas(0);
    }

    @Test
    void aSecondCoverageAsksAgainWhichIsHarmless() {
        found().tell(recorded());
        assertThat(play.names()).containsExactly("AskVisit", "AskCoverages", "RequestEligibility");
        play.result().expectActiveSagas(1);
    }

    @Test
    void aCheckInUnderWayIsWaitedFor() {
        openVisit();
        play.answering(AskVisit.class, visit(null)).tell(recorded());
        assertThat(play.names()).containsExactly("AskVisit");
        play.answering(AskVisit.class, visit("q")).tell(new VisitPlaced("v1", "p1", null, "q", "e2", "L-001", NOON));
        assertThat(play.names()).containsExactly("AskVisit", "AskCoverages", "RequestEligibility");
        play.refusing(VoidPayment.class, new Refused.NotFound("payment", "x")).tell(answered(ACTIVE, 4000L));
        assertThat(play.order(RequestPayment.class).entryId()).isEqualTo("e2");
    }

    @Test
    void whoIsPlacedAndIsNotCoveredTodayAfterAllIsNotAsked() {
        openVisit();
        play.answering(AskVisit.class, visit(null)).tell(recorded());
        play.answering(AskVisit.class, visit("q")).answering(AskCoverages.class, new Covered("p1", List.of()));
        play.tell(new VisitPlaced("v1", "p1", null, "q", "e2", "L-001", NOON));
        assertThat(play.names()).containsExactly("AskVisit", "AskCoverages");
        play.result().expectActiveSagas(0);
    }

    @Test
    void aCoverageThatDoesNotRunTodayAsksNobody() {
        openVisit();
        play.answering(AskVisit.class, visit("q")).answering(AskCoverages.class, new Covered("p1", List.of()));
        assertThat(play.tell(recorded()).names()).containsExactly("AskVisit", "AskCoverages");
        play.result().expectActiveSagas(0);
    }

    @Test
    void whatWasAskedOfASelfPayerIsTakenBackOrProposedBack() {
        found();
        play.carryingOut(VoidPayment.class).tell(answered(ACTIVE, 4000L));
        assertThat(play.order(VoidPayment.class).paymentId()).isEqualTo(Ids.derived("payment", "v1", "self-pay"));
        assertThat(play.names()).doesNotContain("ProposeRefund");
    }

    @Test
    void whatASelfPayerPaidAlreadyIsProposedBack() {
        found();
        play.refusing(VoidPayment.class, new Refused.WrongState("captured", "x"))
                .tell(answered(ACTIVE, 4000L));
        assertThat(play.order(ProposeRefund.class).paymentId()).isEqualTo(Ids.derived("payment", "v1", "self-pay"));
    }

    @Test
    void anInactiveCoverageIsLookedAtAndTheSelfPayStays() {
        found().tell(answered(INACTIVE, null));
        assertThat(play.names()).containsExactly("NoteStep", "RaiseItem");
        play.result().expectActiveSagas(0);
    }

    @Test
    void withoutAnyAnswerTheDefaultIsAsked() {
        found().tell(handedOver());
        assertThat(play.order(RequestPayment.class).amount()).isEqualTo(usd(2500));
        play.result().expectActiveSagas(0);
    }

    static Stream<Object> ends() {
        return Stream.of(
                new VisitLeft("v1", "p1", null, "no time", NOON),
                new CheckInRefused("v1", null, "closed", "x", NOON),
                new CheckInReversed("v1", "main", "p1", null, "the other one", NOON));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void whoIsGoneIsNotAsked(Object end) {
        found().tell(end);
        assertThat(play.names()).isEmpty();
        play.result().expectActiveSagas(0);
    }
}
