package carequeue.command.payment;

import static carequeue.api.payment.PaymentState.*;
import static carequeue.command.payment.Desk.NOON;
import static carequeue.command.payment.Desk.as;
import static carequeue.command.payment.Desk.usd;
import static carequeue.command.payment.Story.authorised;
import static carequeue.command.payment.Story.captured;
import static carequeue.command.payment.Story.refund;
import static carequeue.command.payment.Story.refunded;
import static carequeue.command.payment.Story.started;

import carequeue.api.Refused;
import carequeue.api.payment.AttemptEvent.*;
import carequeue.api.payment.AttemptState;
import carequeue.api.payment.DisputeState;
import carequeue.api.payment.OwedEvent.*;
import carequeue.api.payment.PaymentCommand.*;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.payment.PaymentTerms;
import carequeue.api.payment.RefundEvent.*;
import carequeue.api.payment.RefundState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;

/** What was taken goes back, by us, by the provider or by the bank. */
class MoneyBackTest extends PaymentRules {

    @Test
    void aWriteOffAndARefundTakeTwoPersonsToo() {
        ApprovalAsked off = new ApprovalAsked("pay", Approval.WRITE_OFF, usd(2500), "gone", "mia", NOON);
        when(at(HELD), new WriteOffPayment("pay", "gone"), MIA).expectEvents(off);
        stands(when(at(HELD, off), new WriteOffPayment("pay", "gone"), MAX), WRITTEN_OFF);
        ApprovalAsked back = new ApprovalAsked("pay", Approval.REFUND, usd(2000), "x", "bill", NOON);
        RefundPayment refund = new RefundPayment("pay", 2000L, "x", false, "till-1");
        when(at(CAPTURED), refund, BILL).expectEvents(back);
        when(at(CAPTURED, back), refund, BILL).expectException(rule("second-person"));
        stands(when(at(CAPTURED, back), refund, MIA), PART_REFUNDED);
    }

    @Test
    void theDeskVoidsTheSameDayWhatItTookItself() {
        VoidPayment order = new VoidPayment("pay", "wrong", "till-1");
        when(at(CAPTURED), order, FRAN)
                .expectEvents(
                        new VoidRequested("pay", "wrong", "fran", NOON),
                        new CashReturned("pay", "c1", "till-1", usd(2500), "fran", NOON),
                        new PaymentVoided("pay", "v1", "wrong", NOON));
        when(at(CAPTURED), order, as("eva", "front-desk")).expectException(Refused.NotAllowed.class);
        when(at(REQUESTED), order, FRAN).expectException(Refused.NotAllowed.class);
        when(at(CAPTURED), order, BILL).expectException(Refused.NotAllowed.class);
        when(at(CAPTURED), new VoidPayment("pay", "x", null), FRAN).expectException(rule("no-till"));
        Instant nextDay = Instant.parse("2026-11-24T08:01:00Z");
        when(at(AUTHORISED), order, FRAN, nextDay).expectException(Refused.NotAllowed.class);
        when(at(CAPTURED), order, MIA, nextDay).expectException(Refused.WrongState.class);
        stands(when(at(AUTHORISED), order, FRAN, Instant.parse("2026-11-24T07:59:00Z")), VOIDING);
    }

    @Test
    void aChargedCardIsNeverVoided() {
        List<PaymentEvent> charged = List.of(Desk.requested(), started("a1", 1, 2500, false), captured("a1", 2500));
        when(charged, new VoidPayment("pay", "x", "till-1"), MIA).expectException(Refused.WrongState.class);
    }

    @Test
    void aVoidedPaymentThatWasChargedAfterAllIsProposedForARefund() {
        when(at(VOIDING), news(AttemptState.CANCELLED, null), MIA)
                .expectEvents(
                        new AttemptCancelled("pay", "a1", "pi_1", NOON), new PaymentVoided("pay", "v1", "wrong", NOON));
        when(at(VOIDING), news(AttemptState.CAPTURED, usd(2500)), MIA)
                .expectEvents(
                        new AttemptCaptured(
                                "pay", "a1", PaymentMethod.TERMINAL, "pi_1", usd(2500), usd(0), usd(0), "v1", NOON),
                        new RefundProposed("pay", usd(2500), "more was taken than is owed", "v1", NOON));
        stands(when(at(VOIDING), news(AttemptState.AUTHORISED, usd(2500)), MIA), VOIDING);
    }

    @Test
    void refundsAreInPartsAndAgainOnlyAfterAFailure() {
        List<PaymentEvent> charged = List.of(Desk.requested(), started("a1", 1, 2500, false), captured("a1", 2500));
        stands(when(charged, new RefundPayment("pay", 900L, "x", false, null), BILL), REFUNDING);
        when(charged, new RefundPayment("pay", 2501L, "x", false, null), BILL).expectException(rule("refundable"));
        when(charged, new RefundPayment("pay", 900L, "x", false, null), FRAN).expectException(Refused.NotAllowed.class);
        when(charged, new RefundPayment("pay", 900L, "x", true, "till-1"), BILL).expectException(rule("same-card"));
        List<PaymentEvent> onItsWay = new ArrayList<>(charged);
        onItsWay.add(refund("r1", "a1", 2000));
        when(onItsWay, new RefundPayment("pay", 600L, "x", false, null), BILL).expectException(rule("refundable"));
        onItsWay.add(new RefundFailed("pay", "r1", "re_1", "expired_or_canceled_card", NOON));
        stands(when(onItsWay, new RefundPayment("pay", 600L, "x", false, null), BILL), REFUNDING);
    }

    @Test
    void aCardsMoneyGoesBackInCashWhereThePolicyAllowsIt() {
        PaymentTerms t = Desk.TERMS;
        PaymentTerms cash = new PaymentTerms(
                t.policy(),
                t.answerPatience(),
                t.personPatience(),
                t.linkPatience(),
                t.retries(),
                t.attemptsAtMost(),
                t.afterFailure(),
                t.waivers(),
                t.secondPersonAbove(),
                true);
        List<PaymentEvent> charged = List.of(Desk.requested(cash), started("a1", 1, 2500, false), captured("a1", 2500));
        stands(when(charged, new RefundPayment("pay", 900L, "x", true, "till-1"), BILL), PART_REFUNDED);
        when(charged, new RefundPayment("pay", 900L, "x", true, null), BILL).expectException(rule("no-till"));
    }

    @Test
    void newsOfARefundComeTwiceLateAndFromOutside() {
        ReportRefund done = new ReportRefund("pay", "r1", "a1", usd(500), RefundState.DONE, "re_1", null);
        when(at(REFUNDING), done, MetaData.emptyInstance()).expectEvents(refunded("r1", 500));
        when(at(PART_REFUNDED), done, MetaData.emptyInstance()).expectNoEvents();
        ReportRefund late = new ReportRefund("pay", "r1", "a1", usd(500), RefundState.PENDING, "re_1", null);
        when(at(PART_REFUNDED), late, MetaData.emptyInstance()).expectNoEvents();
        ReportRefund failed = new ReportRefund("pay", "r1", "a1", usd(500), RefundState.FAILED, "re_1", "x");
        stands(when(at(PART_REFUNDED), failed, MetaData.emptyInstance()), CAPTURED);
        ReportRefund outside = new ReportRefund("pay", "re_9", "a1", usd(700), RefundState.DONE, "re_9", null);
        stands(when(at(PART_REFUNDED), outside, MetaData.emptyInstance()), PART_REFUNDED);
        ReportRefund tooMuch = new ReportRefund("pay", "re_9", "a1", usd(2001), RefundState.DONE, "re_9", null);
        when(at(PART_REFUNDED), tooMuch, MetaData.emptyInstance()).expectException(rule("refundable"));
    }

    @Test
    void theProviderKnowsNothingOfCash() {
        ReportRefund refund = new ReportRefund("pay", "re_9", "c1", usd(1), RefundState.DONE, "re_9", null);
        when(at(CAPTURED), refund, MetaData.emptyInstance()).expectException(Refused.NotFound.class);
        ReportDispute dispute = new ReportDispute("pay", "d1", "c1", usd(1), DisputeState.OPEN, null);
        when(at(CAPTURED), dispute, MetaData.emptyInstance()).expectException(Refused.NotFound.class);
    }

    @Test
    void aVoidHandsBackNoMoreCashThanIsStillHere() {
        List<PaymentEvent> story = List.of(
                Desk.requested(),
                started("a1", 1, 2500, true),
                Story.failed("a1"),
                Story.cash("c1", 2, 1000),
                refund("r1", "c1", 400),
                refunded("r1", 400),
                authorised("a1", true));
        when(story, new VoidPayment("pay", "x", "till-1"), MIA)
                .expectEvents(
                        new VoidRequested("pay", "x", "mia", NOON),
                        new CashReturned("pay", "c1", "till-1", usd(600), "mia", NOON),
                        new CancelRequested("pay", "a1", "pi_1", "x", NOON));
    }

    @Test
    void aDisputeIsWonOrLostOnce() {
        ReportDispute won = new ReportDispute("pay", "d1", "a1", usd(2500), DisputeState.WON, null);
        ReportDispute lost = new ReportDispute("pay", "d1", "a1", usd(2500), DisputeState.LOST, null);
        stands(when(at(DISPUTED), won, MetaData.emptyInstance()), CAPTURED);
        stands(when(at(DISPUTED), lost, MetaData.emptyInstance()), DISPUTE_LOST);
        when(at(DISPUTE_LOST), won, MetaData.emptyInstance()).expectNoEvents();
        stands(when(at(PART_REFUNDED), lost, MetaData.emptyInstance()), DISPUTE_LOST);
        when(at(REFUNDED), lost, MetaData.emptyInstance()).expectException(rule("disputable"));
    }

    @Test
    void whatIsProposedAlreadyIsNotProposedOnceMore() {
        ProposeRefund order = new ProposeRefund("pay", 1000L, "late answer");
        RefundProposed proposed = new RefundProposed("pay", usd(1000), "late answer", "v1", NOON);
        when(at(CAPTURED), order, MIA).expectEvents(proposed);
        when(at(CAPTURED, proposed), order, MIA)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        when(at(CAPTURED, proposed, refund("r1", "c1", 1000)), order, MIA).expectEvents(proposed);
    }
}
