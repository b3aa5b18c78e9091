package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Ids;
import carequeue.api.eligibility.Benefits;
import carequeue.api.eligibility.EligibilityEvent.EligibilityDecided;
import carequeue.api.eligibility.EligibilityState;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.payment.AfterFailure;
import carequeue.api.payment.Basis;
import carequeue.api.payment.OwedEvent.*;
import carequeue.api.payment.PaymentCommand.*;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.RaiseItem;
import carequeue.api.visit.VisitEvent.ItemClosed;
import carequeue.api.visit.VisitEvent.VisitFinished;
import org.junit.jupiter.api.Test;

/** What the process of a payment makes of the payer's word, whenever that comes. */
class CoPayOwedSagaTest extends CoPayPlay {

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
        assertThat(play.order(RaiseItem.class).detail()).isEqualTo("asked: 20.00 USD");
    }

    @Test
    void anAnswerThatIsSaidAgainIsAnAnswer() {
        asked(AfterFailure.HOLD, Basis.Source.SITE_DEFAULT);
        play.tell(Payers.stands(4000));
        assertThat(play.order(ReviseAmount.class).amount()).isEqualTo(usd(4000));
        play.tell(Payers.stands(0));
        assertThat(play.names()).containsExactly("VoidPayment");
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
}
