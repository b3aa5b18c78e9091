package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.appointment.AppointmentEvent.AppointmentArrived;
import carequeue.api.appointment.AppointmentEvent.AppointmentCancelled;
import carequeue.api.appointment.AppointmentEvent.AppointmentEnteredInError;
import carequeue.api.payment.AfterFailure;
import carequeue.api.payment.AttemptEvent.*;
import carequeue.api.payment.Basis;
import carequeue.api.payment.FailureKind;
import carequeue.api.payment.OwedEvent.*;
import carequeue.api.payment.PaymentCommand.*;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.visit.VisitEvent.CheckInRefused;
import carequeue.api.visit.VisitEvent.CheckInReversed;
import carequeue.api.visit.VisitEvent.VisitFinished;
import carequeue.api.visit.VisitEvent.VisitLeft;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every way out of a payment's process:
 *
 * <ul>
 *   <li>paid in full, waived in full, written off, or owed no more, and the visit is over; without a visit at once
 *   <li>voided, by whomever, at once
 *   <li>the patient left, was never checked in, or the check-in was taken back: voided, or the refund proposed
 *   <li>the appointment of a deposit was cancelled, or entered in error: the same
 *   <li>a guess is followed until the payer has answered, also after the visit; a difference is asked for on its own
 *   <li>nothing at all for two weeks, but never while an attempt is unresolved; a new attempt begins it again
 * </ul>
 */
class CoPayEndsSagaTest extends CoPayPlay {

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

    enum Settling {
        WAIVED,
        WRITTEN_OFF,
        NOTHING_LEFT
    }

    @ParameterizedTest
    @EnumSource(Settling.class)
    void whatIsSettledEndsWithTheVisit(Settling how) {
        askedAtTheDesk();
        play.tell(
                switch (how) {
                    case WAIVED -> new PaymentWaived("pay", usd(2500), "x", "mia", null, "standard/1", usd(0), NOON);
                    case WRITTEN_OFF -> new PaymentWrittenOff("pay", usd(2500), "x", "mia", null, "standard/1", NOON);
                    case NOTHING_LEFT -> new AmountRevised("pay", usd(2500), usd(0), usd(0), null, "late", NOON);
                });
        assertThat(play.names()).containsExactly("CloseItem");
        play.result().expectActiveSagas(1);
        play.tell(new VisitFinished("v1", "p1", null, NOON)).result().expectActiveSagas(0);
    }

    @Test
    void withoutAVisitItEndsWhenItIsPaid() {
        asked(AfterFailure.HOLD, Basis.Source.BY_HAND, null, null, null);
        capture("a1", 500).result().expectActiveSagas(1);
        capture("a2", 0);
        assertThat(play.names()).isEmpty();
        play.result().expectActiveSagas(0);
    }

    @Test
    void aCheckInThatIsTakenBackVoidsOrProposesBack() {
        askedAtTheDesk();
        CheckInReversed back = new CheckInReversed("v1", "main", "p1", null, "the other one", NOON);
        play.tell(back);
        assertThat(play.names()).containsExactly("VoidPayment");
        play.tell(new PaymentVoided("pay", "v1", "x", NOON)).result().expectActiveSagas(0);
        askedAtTheDesk();
        capture("a1", 0);
        play.tell(back);
        assertThat(play.names()).containsExactly("ProposeRefund");
        play.result().expectActiveSagas(0);
    }

    @Test
    void anAppointmentThatNeverWasLetsItsDepositGo() {
        asked(AfterFailure.HOLD, Basis.Source.BY_HAND, null, "a7", null);
        play.tell(new AppointmentEnteredInError("a7", "twice", null, null, NOON));
        assertThat(play.names()).containsExactly("VoidPayment");
        play.tell(new PaymentVoided("pay", null, "x", NOON)).result().expectActiveSagas(0);
    }

    @Test
    void whoPaidAndLeftIsProposedTheMoneyAndNothingMoreIsWaitedFor() {
        askedAtTheDesk();
        capture("a1", 0);
        play.tell(new VisitLeft("v1", "p1", null, "no time", NOON));
        assertThat(play.names()).containsExactly("ProposeRefund");
        play.result().expectActiveSagas(0);
    }
}
