package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;

import carequeue.api.Ids;
import carequeue.api.Money;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentEvent.AppointmentArrived;
import carequeue.api.appointment.AppointmentEvent.AppointmentCancelled;
import carequeue.api.eligibility.Benefits;
import carequeue.api.eligibility.EligibilityAnswer;
import carequeue.api.eligibility.EligibilityEvent.EligibilityAnswered;
import carequeue.api.eligibility.EligibilityEvent.EligibilityDecided;
import carequeue.api.eligibility.EligibilityState;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.payment.AfterFailure;
import carequeue.api.payment.AttemptEvent.*;
import carequeue.api.payment.Basis;
import carequeue.api.payment.FailureKind;
import carequeue.api.payment.OwedEvent.*;
import carequeue.api.payment.PaymentCommand.*;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.payment.PaymentPurpose;
import carequeue.api.payment.PaymentTerms;
import carequeue.api.queue.QueueCommand.HoldEntry;
import carequeue.api.queue.QueueCommand.ReleaseEntry;
import carequeue.api.queue.QueueEvent.EntryJoined;
import carequeue.api.queue.QueueEvent.EntryReleased;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.RaiseItem;
import carequeue.api.visit.VisitEvent.CheckInRefused;
import carequeue.api.visit.VisitEvent.ItemClosed;
import carequeue.api.visit.VisitEvent.VisitFinished;
import carequeue.api.visit.VisitEvent.VisitLeft;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way out of a payment's process, and every wait's end. */
class CoPaySagaTest {

    private static final Refused WRONG = new Refused.WrongState("captured", "The payment is captured.");

    private final Play<CoPaySaga> play = new Play<>(CoPaySaga.class);

    private static Money usd(long amount) {
        return new Money(amount, "USD");
    }

    private static PaymentTerms terms(AfterFailure after) {
        return new PaymentTerms(
                "standard/1",
                Duration.ofSeconds(30),
                Duration.ofSeconds(120),
                Duration.ofHours(1),
                1,
                8,
                after,
                Map.of(),
                1000,
                false);
    }

    private void asked(AfterFailure after, Basis.Source source) {
        asked(after, source, "v1", null, null);
    }

    private void asked(AfterFailure after, Basis.Source source, String visit, String appointment, String entry) {
        String check = source == Basis.Source.ELIGIBILITY_ANSWER ? "c1" : null;
        Basis basis = new Basis(source, check, "standard", 1, List.of());
        play.tell(new PaymentRequested(
                "pay",
                "main",
                LocalDate.of(2026, 11, 23),
                visit,
                appointment,
                "p1",
                PaymentPurpose.CO_PAY,
                usd(2500),
                List.of(),
                basis,
                terms(after),
                entry == null ? null : "q1",
                entry,
                "fran",
                NOON));
    }

    private void askedAtTheDesk() {
        asked(AfterFailure.HOLD, Basis.Source.ELIGIBILITY_ANSWER, "v1", null, "e1");
    }

    private Play<CoPaySaga> start(String attempt, PaymentMethod method) {
        return play.tell(new AttemptStarted(
                "pay",
                attempt,
                1,
                method,
                usd(2500),
                false,
                null,
                null,
                "main",
                "v1",
                "p1",
                terms(AfterFailure.HOLD),
                "fran",
                NOON));
    }

    private Play<CoPaySaga> fail(String attempt, FailureKind kind) {
        return play.tell(
                new AttemptFailed("pay", attempt, 1, PaymentMethod.TERMINAL, "pi_1", kind, "card_declined", NOON));
    }

    private Play<CoPaySaga> capture(String attempt, long rest) {
        return play.tell(new AttemptCaptured(
                "pay", attempt, PaymentMethod.TERMINAL, "pi_1", usd(2500 - rest), usd(0), usd(rest), "v1", NOON));
    }

    private void verifyWait(String step, Duration after) {
        Instant at = NOON.plus(after);
        verify(play.deadlines).schedule(Waiting.PAYMENT, "pay", step, at);
    }

    private Play<CoPaySaga> over(String step) {
        return play.tell(new PaymentPatienceEnded("pay", step, NOON));
    }

    @Test
    void paidAndVisitOverIsTheEnd() {
        askedAtTheDesk();
        start("a1", PaymentMethod.TERMINAL);
        capture("a1", 0);
        assertThat(play.names()).containsExactly("CloseItem");
        play.result().expectActiveSagas(1);
        play.tell(new VisitFinished("v1", "p1", null, NOON)).result().expectActiveSagas(0);
    }

    @Test
    void whatIsPaidInPartStaysOpen() {
        askedAtTheDesk();
        play.tell(new CashTaken("pay", "c1", 1, "t1", usd(1000), usd(1000), usd(0), usd(1500), "v1", "fran", NOON));
        assertThat(play.names()).isEmpty();
        play.tell(new VisitFinished("v1", "p1", null, NOON)).result().expectActiveSagas(1);
    }

    @Test
    void aPersonHasTwoMinutesAndALinkAnHour() {
        askedAtTheDesk();
        start("a1", PaymentMethod.SAVED_CARD);
        verifyWait("answer:a1:1", Duration.ofSeconds(30));
        play.tell(new ActionRequired("pay", "a1", PaymentMethod.SAVED_CARD, "pi_1", "https://x", NOON));
        verifyWait("person:a1:1", Duration.ofSeconds(120));
        over("person:a1:1");
        assertThat(play.order(CancelAttempt.class).attemptId()).isEqualTo("a1");
        play.tell(new ActionRequired("pay", "a2", PaymentMethod.LINK, "cs_1", "https://x", NOON));
        verifyWait("person:a2:1", Duration.ofHours(1));
    }

    @Test
    void whatIsUnclearOrProcessingIsAskedForAgainAndAgain() {
        askedAtTheDesk();
        start("a1", PaymentMethod.SAVED_CARD);
        play.tell(new AttemptUnclear("pay", "a1", null, NOON));
        verifyWait("check:a1:1", Duration.ofSeconds(30));
        over("check:a1:1");
        assertThat(play.names()).containsExactly("CheckAttempt");
        verifyWait("check:a1:2", Duration.ofSeconds(60));
        over("check:a1:9");
        verifyWait("check:a1:10", Duration.ofSeconds(30 * 128));
        capture("a1", 0);
        over("check:a1:10");
        assertThat(play.names()).isEmpty();
    }

    @Test
    void silenceOfTheProviderIsAskedAbout() {
        askedAtTheDesk();
        start("a1", PaymentMethod.SAVED_CARD);
        over("answer:a1:1");
        assertThat(play.names()).containsExactly("CheckAttempt");
        verifyWait("check:a1:2", Duration.ofSeconds(60));
    }

    @Test
    void whatMayPassIsTriedAgainOnceByItselfThenThePlaceIsHeld() {
        askedAtTheDesk();
        start("a1", PaymentMethod.TERMINAL);
        fail("a1", FailureKind.TRY_AGAIN);
        assertThat(play.names()).containsExactly("RetryPayment");
        start("a2", PaymentMethod.TERMINAL);
        fail("a2", FailureKind.TRY_AGAIN);
        assertThat(play.names()).containsExactly("HoldPayment", "HoldEntry");
        assertThat(play.order(HoldEntry.class).entryId()).isEqualTo("e1");
    }

    @ParameterizedTest
    @EnumSource(value = FailureKind.class, mode = EnumSource.Mode.EXCLUDE, names = "TRY_AGAIN")
    void anyOtherFailureHoldsThePlaceUntilItIsPaid(FailureKind kind) {
        askedAtTheDesk();
        start("a1", PaymentMethod.TERMINAL);
        fail("a1", kind);
        assertThat(play.names()).containsExactly("HoldPayment", "HoldEntry");
        start("a2", PaymentMethod.TERMINAL);
        capture("a2", 0);
        assertThat(play.names()).containsExactly("ReleaseEntry", "CloseItem");
        assertThat(play.order(ReleaseEntry.class).entryId()).isEqualTo("e1");
    }

    @Test
    void theMostUrgentAreNeverHeld() {
        askedAtTheDesk();
        play.refusing(HoldEntry.class, new Refused.AgainstRule("never-held", "Never held."));
        start("a1", PaymentMethod.TERMINAL);
        fail("a1", FailureKind.OTHER_CARD);
        assertThat(play.names()).containsExactly("HoldPayment", "HoldEntry", "RaiseItem");
        assertThat(play.order(RaiseItem.class).item()).isEqualTo(OpenItem.CO_PAY_UNPAID);
        capture("a1", 0);
        assertThat(play.names()).containsExactly("CloseItem");
    }

    @Test
    void whoHasNoPlaceYetIsHeldWhenThereIsOne() {
        asked(AfterFailure.HOLD, Basis.Source.ELIGIBILITY_ANSWER);
        start("a1", PaymentMethod.TERMINAL);
        fail("a1", FailureKind.OTHER_CARD);
        assertThat(play.names()).containsExactly("HoldPayment");
        play.tell(new EntryJoined("q2", "e2", "v1", "p1", "B-042", 1, 3, null, null, NOON, NOON));
        assertThat(play.order(HoldEntry.class).queueId()).isEqualTo("q2");
    }

    @Test
    void whomAPersonLetGoOnIsNotReleasedTwice() {
        askedAtTheDesk();
        start("a1", PaymentMethod.TERMINAL);
        fail("a1", FailureKind.OTHER_CARD);
        play.tell(new EntryReleased("q1", "e1", NOON));
        capture("a1", 0);
        assertThat(play.names()).containsExactly("CloseItem");
    }

    @Test
    void payLaterByPolicyOrByAPersonIsAnOpenItem() {
        asked(AfterFailure.PAY_LATER, Basis.Source.ELIGIBILITY_ANSWER, "v1", null, "e1");
        start("a1", PaymentMethod.TERMINAL);
        fail("a1", FailureKind.OTHER_CARD);
        assertThat(play.names()).containsExactly("PostponePayment");
        play.tell(new PaymentPostponed("pay", "v1", "later", NOON));
        assertThat(play.names()).containsExactly("RaiseItem");
        play.tell(new AttemptCancelled("pay", "a1", "pi_1", NOON));
        assertThat(play.names()).isEmpty();
    }

    @Test
    void aWaiverAWriteOffAndAVoidLetThePatientGoOn() {
        askedAtTheDesk();
        start("a1", PaymentMethod.TERMINAL);
        fail("a1", FailureKind.OTHER_CARD);
        play.tell(new PaymentWaived("pay", usd(500), "x", "mia", null, "standard/1", usd(2000), NOON));
        assertThat(play.names()).isEmpty();
        play.tell(new PaymentWaived("pay", usd(2000), "x", "mia", null, "standard/1", usd(0), NOON));
        assertThat(play.names()).containsExactly("ReleaseEntry", "CloseItem");
        play.tell(new PaymentWrittenOff("pay", usd(2000), "x", "mia", null, "standard/1", NOON));
        assertThat(play.names()).containsExactly("CloseItem");
        play.tell(new PaymentVoided("pay", "v1", "x", NOON)).result().expectActiveSagas(0);
    }

    @Test
    void whoLeavesIsNotChargedAndWhatWasTakenIsProposedBack() {
        askedAtTheDesk();
        play.tell(new VisitLeft("v1", "p1", null, "no time", NOON));
        assertThat(play.names()).containsExactly("VoidPayment");
        play.refusing(VoidPayment.class, WRONG).tell(new VisitLeft("v1", "p1", null, "no time", NOON));
        assertThat(play.names()).containsExactly("VoidPayment", "ProposeRefund");
        capture("a1", 0);
        assertThat(play.names()).containsExactly("ProposeRefund", "CloseItem");
        play.result().expectActiveSagas(0);
    }

    @Test
    void aRefusedCheckInGivesBackWhatWasPaid() {
        askedAtTheDesk();
        capture("a1", 0);
        play.tell(new CheckInRefused("v1", null, "closed", "x", NOON));
        assertThat(play.names()).containsExactly("ProposeRefund");
        play.result().expectActiveSagas(0);
    }

    @Test
    void aDepositIsCapturedOnArrivalAndLetGoWithItsAppointment() {
        asked(AfterFailure.HOLD, Basis.Source.BY_HAND, null, "a7", null);
        start("a1", PaymentMethod.SAVED_CARD);
        play.tell(new AttemptAuthorised("pay", "a1", "pi_1", usd(2500), true, NOON));
        assertThat(play.names()).isEmpty();
        play.tell(new AppointmentArrived("a7", "v1", NOON));
        assertThat(play.names()).containsExactly("CapturePayment");
        play.tell(new AppointmentCancelled("a7", "x", null, null, NOON));
        assertThat(play.names()).containsExactly("VoidPayment");
    }

    private static EligibilityAnswered answered(EligibilityState state, Money coPay) {
        Benefits benefits = new Benefits(coPay, null, null, Benefits.Network.IN, null, null);
        return new EligibilityAnswered(
                "c1",
                "ver",
                "v1",
                CoverageOrder.PRIMARY,
                1,
                new EligibilityAnswer(state, benefits, null, List.of()),
                null,
                null,
                null,
                NOON);
    }

    @Test
    void aLateAnswerOfThePayerIsNeverSilent() {
        asked(AfterFailure.HOLD, Basis.Source.SITE_DEFAULT);
        play.tell(answered(EligibilityState.ACTIVE, usd(4000)));
        assertThat(play.order(ReviseAmount.class).amount()).isEqualTo(usd(4000));
        assertThat(play.order(ReviseAmount.class).basis().eligibilityCheckId()).isEqualTo("c1");
        play.refusing(ReviseAmount.class, WRONG).tell(answered(EligibilityState.ACTIVE, usd(3000)));
        assertThat(play.names()).containsExactly("ReviseAmount", "RaiseItem");
        play.tell(answered(EligibilityState.INACTIVE, null));
        assertThat(play.names()).containsExactly("RaiseItem");
        play.tell(answered(EligibilityState.ACTIVE, usd(0)));
        assertThat(play.names()).containsExactly("VoidPayment");
        play.tell(answered(EligibilityState.UNKNOWN, null));
        assertThat(play.names()).isEmpty();
        Benefits none = Benefits.NONE;
        play.tell(new EligibilityDecided(
                "c1", "ver", "v1", CoverageOrder.PRIMARY, EligibilityState.INACTIVE, none, "billing", "x", null, NOON));
        assertThat(play.names()).containsExactly("RaiseItem");
    }

    @Test
    void aGuessIsFollowedUntilThePayerAnsweredAlsoAfterTheVisit() {
        asked(AfterFailure.HOLD, Basis.Source.SITE_DEFAULT);
        capture("a1", 0);
        play.tell(new VisitFinished("v1", "p1", null, NOON)).result().expectActiveSagas(1);
        play.tell(answered(EligibilityState.ACTIVE, usd(2500))).result().expectActiveSagas(0);
    }

    @Test
    void aDifferenceThatIsNamedAfterTheVisitIsAskedForAllTheSame() {
        asked(AfterFailure.HOLD, Basis.Source.SITE_DEFAULT);
        capture("a1", 0);
        play.tell(new VisitFinished("v1", "p1", null, NOON));
        play.tell(answered(EligibilityState.ACTIVE, usd(4000))).result().expectActiveSagas(1);
        play.tell(new MoreOwed("pay", usd(1500), null, "the payer answered", NOON));
        assertThat(play.order(RequestPayment.class).amount()).isEqualTo(usd(1500));
        play.result().expectActiveSagas(0);
    }

    @Test
    void moreOwedAfterPaymentIsAskedForOnItsOwn() {
        askedAtTheDesk();
        play.tell(new MoreOwed("pay", usd(1500), null, "late", NOON));
        RequestPayment second = play.order(RequestPayment.class);
        assertThat(second.amount()).isEqualTo(usd(1500));
        assertThat(second.paymentId()).isEqualTo(Ids.derived("payment", "pay", "event-2"));
        assertThat(second.entryId()).isEqualTo("e1");
    }

    @Test
    void lessOwedThanWasPaidSettlesIt() {
        askedAtTheDesk();
        play.tell(new AmountRevised("pay", usd(2500), usd(1000), usd(0), null, "late", NOON));
        assertThat(play.names()).containsExactly("CloseItem");
        play.tell(new AmountRevised("pay", usd(2500), usd(2000), usd(500), null, "late", NOON));
        assertThat(play.names()).isEmpty();
    }

    @Test
    void nothingIsFollowedForEverButNothingUnresolvedIsLetGo() {
        askedAtTheDesk();
        verifyWait("end:-:1", Duration.ofDays(14));
        start("a1", PaymentMethod.SAVED_CARD);
        over("end:-:1").result().expectActiveSagas(1);
        verifyWait("end:-:2", Duration.ofDays(1));
        fail("a1", FailureKind.OTHER_CARD);
        over("end:-:2").result().expectActiveSagas(0);
        start("a2", PaymentMethod.SAVED_CARD).result().expectActiveSagas(1);
    }

    @Test
    void whatIsAskedStandsOnTheWorklistInPlainWords() {
        askedAtTheDesk();
        assertThat(play.names()).containsExactly("RaiseItem");
        assertThat(play.order(RaiseItem.class))
                .isEqualTo(new RaiseItem("v1", OpenItem.CO_PAY_UNPAID, "asked: 25.00 USD"));
    }

    @Test
    void whatAnotherPaymentClosedIsRaisedAgainButNotWhatAPersonClosed() {
        askedAtTheDesk();
        ItemClosed closed = new ItemClosed("v1", OpenItem.CO_PAY_UNPAID, "paid", NOON);
        play.tell(closed, "system");
        assertThat(play.names()).containsExactly("RaiseItem");
        play.tell(closed, "mia");
        assertThat(play.names()).isEmpty();
        play.tell(new ItemClosed("v1", OpenItem.RED_FLAG, "seen", NOON), "system");
        assertThat(play.names()).isEmpty();
        capture("a1", 0);
        play.tell(closed, "system");
        assertThat(play.names()).isEmpty();
    }

    @Test
    void theSiteMayHoldThePlaceFromTheBeginning() {
        askedAtTheDesk();
        play.tell(new PaymentHeld("pay", NOON));
        assertThat(play.names()).containsExactly("HoldEntry");
        play.tell(new PaymentHeld("pay", NOON));
        assertThat(play.names()).isEmpty();
        play.tell(new PaymentPostponed("pay", "v1", "later", NOON));
        assertThat(play.names()).containsExactly("ReleaseEntry", "RaiseItem");
    }

    @Test
    void anAnswerThatIsSaidAgainIsAnAnswer() {
        asked(AfterFailure.HOLD, Basis.Source.SITE_DEFAULT);
        play.tell(Payers.stands(4000));
        assertThat(play.order(ReviseAmount.class).amount()).isEqualTo(usd(4000));
        play.tell(Payers.stands(0));
        assertThat(play.names()).containsExactly("VoidPayment");
    }
}
