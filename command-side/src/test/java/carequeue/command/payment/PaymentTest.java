package carequeue.command.payment;

import static carequeue.api.payment.PaymentState.*;
import static carequeue.command.payment.Desk.BASIS;
import static carequeue.command.payment.Desk.NOON;
import static carequeue.command.payment.Desk.as;
import static carequeue.command.payment.Desk.usd;
import static carequeue.command.payment.Story.authorised;
import static carequeue.command.payment.Story.captured;
import static carequeue.command.payment.Story.refund;
import static carequeue.command.payment.Story.refunded;
import static carequeue.command.payment.Story.started;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Facts;
import carequeue.api.Ids;
import carequeue.api.Money;
import carequeue.api.Refused;
import carequeue.api.payment.AttemptEvent.*;
import carequeue.api.payment.AttemptState;
import carequeue.api.payment.DisputeState;
import carequeue.api.payment.FailureKind;
import carequeue.api.payment.OwedEvent.*;
import carequeue.api.payment.PaymentCommand;
import carequeue.api.payment.PaymentCommand.*;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.payment.PaymentPurpose;
import carequeue.api.payment.PaymentState;
import carequeue.api.payment.PaymentTerms;
import carequeue.api.payment.RefundEvent.*;
import carequeue.api.payment.RefundState;
import carequeue.api.payment.Share;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.Test;

/** The rules of a payment: each allows something and refuses something. */
class PaymentTest {

    private static final MetaData FRAN = as("fran", "front-desk");
    private static final MetaData MIA = as("mia", "manager");
    private static final MetaData MAX = as("max", "manager");
    private static final MetaData BILL = as("bill", "billing");

    private static List<PaymentEvent> at(PaymentState state, PaymentEvent... more) {
        List<PaymentEvent> story = new ArrayList<>(Story.of(state));
        story.addAll(Arrays.asList(more));
        return story;
    }

    private static ResultValidator<Payment> when(List<PaymentEvent> story, PaymentCommand order, MetaData who) {
        return Desk.fixture(Payment.class).given(story).when(order, who);
    }

    private static CustomTypeSafeMatcher<Throwable> rule(String name) {
        return new CustomTypeSafeMatcher<Throwable>("against the rule " + name) {
            @Override
            protected boolean matchesSafely(Throwable failure) {
                return failure instanceof Refused.AgainstRule against
                        && against.rule().equals(name);
            }
        };
    }

    private static void stands(ResultValidator<Payment> result, PaymentState state) {
        result.expectSuccessfulHandlerExecution()
                .expectState(p -> assertThat(Standing.of(p.ledger())).isEqualTo(state));
    }

    private static ReportAttempt news(AttemptState state, Money amount) {
        return new ReportAttempt("pay", "a1", state, "pi_1", amount, FailureKind.OTHER_CARD, "card_declined", null);
    }

    private static RequestPayment family(long... amounts) {
        RequestPayment c = Desk.request(2500);
        List<Share> shares = new ArrayList<>();
        for (long amount : amounts) {
            shares.add(new Share("v" + shares.size(), "p" + shares.size(), amount));
        }
        return new RequestPayment(
                "pay",
                "main",
                Desk.DAY,
                "v0",
                null,
                "p0",
                PaymentPurpose.CO_PAY,
                c.amount(),
                shares,
                BASIS,
                Desk.TERMS,
                null,
                null);
    }

    @Test
    void anAmountIsAskedOnceWithWhatWasBelieved() {
        ResultValidator<Payment> asked =
                Desk.fixture(Payment.class).givenNoPriorActivity().when(Desk.request(2500), FRAN);
        asked.expectEvents(Desk.requested());
        when(at(REQUESTED), Desk.request(2500), FRAN).expectNoEvents();
        Desk.fixture(Payment.class)
                .givenNoPriorActivity()
                .when(Desk.request(2500), MetaData.with(Facts.SITES, "north"))
                .expectException(Refused.NotFound.class);
    }

    @Test
    void anAmountIsMoreThanNothingAndOfARealCurrency() {
        for (RequestPayment bad : List.of(Desk.request(0), Desk.request(-1), Desk.request(100_000_000))) {
            Desk.fixture(Payment.class).givenNoPriorActivity().when(bad, FRAN).expectException(Refused.BadField.class);
        }
    }

    @Test
    void aFamilysPaymentIsDividedToTheCent() {
        Desk.fixture(Payment.class)
                .givenNoPriorActivity()
                .when(family(1000, 1500), FRAN)
                .expectSuccessfulHandlerExecution();
        Desk.fixture(Payment.class)
                .givenNoPriorActivity()
                .when(family(1000, 1000), FRAN)
                .expectException(Refused.BadField.class);
    }

    @Test
    void cashNeedsATillAndGivesChange() {
        when(at(REQUESTED), Desk.cash(null, 3000L), FRAN)
                .expectEvents(new CashTaken(
                        "pay",
                        Ids.derived("attempt", "pay", "1"),
                        1,
                        "till-1",
                        usd(2500),
                        usd(3000),
                        usd(500),
                        usd(0),
                        "v1",
                        "fran",
                        NOON));
        when(at(REQUESTED), Desk.cash(null, 2499L), FRAN).expectException(Refused.BadField.class);
        CollectPayment noTill = new CollectPayment("pay", PaymentMethod.CASH, null, false, null, null, null, null);
        when(at(REQUESTED), noTill, FRAN).expectException(rule("no-till"));
        when(at(REQUESTED), Desk.cash(null, null), as("k", "kiosk")).expectException(Refused.NotAllowed.class);
    }

    @Test
    void splitTenderShowsTheRest() {
        stands(when(at(REQUESTED), Desk.cash(1000L, null), FRAN), PART_PAID);
        when(at(PART_PAID), Desk.card(1501L), FRAN).expectException(rule("more-than-owed"));
        stands(when(at(PART_PAID), Desk.card(1500L), FRAN), AUTHORISING);
        stands(when(at(PART_PAID), Desk.cash(null, null), FRAN), CAPTURED);
    }

    @Test
    void nothingElseIsChargedWhileAnAttemptIsUnresolvedAndItIsNamed() {
        for (PaymentState open : List.of(AUTHORISING, REQUIRES_ACTION, PROCESSING, CHECKING, CAPTURING, VOIDING)) {
            when(at(open), Desk.cash(null, null), FRAN)
                    .expectException(new CustomTypeSafeMatcher<Throwable>("names the attempt") {
                        @Override
                        protected boolean matchesSafely(Throwable failure) {
                            return failure instanceof Refused.WrongState
                                    && failure.getMessage().contains("a1");
                        }
                    });
        }
    }

    @Test
    void attemptsHaveALimitButCashIsAlwaysWelcome() {
        List<PaymentEvent> story = new ArrayList<>(at(REQUESTED));
        for (int i = 1; i <= 8; i++) {
            story.add(started("a" + i, i, 2500, false));
            story.add(Story.failed("a" + i));
        }
        when(story, new RetryPayment("pay"), FRAN).expectException(rule("attempt-limit"));
        stands(when(story, Desk.cash(null, null), FRAN), CAPTURED);
    }

    @Test
    void onlyAFailedAttemptIsTriedAgain() {
        stands(when(at(FAILED), new RetryPayment("pay"), FRAN), AUTHORISING);
        List<PaymentEvent> paidInPart = List.of(Desk.requested(), Story.cash("c1", 1, 1000));
        when(paidInPart, new RetryPayment("pay"), FRAN).expectException(rule("nothing-to-retry"));
    }

    @Test
    void captureOfLessLetsTheRestGo() {
        when(at(AUTHORISED), new CapturePayment("pay", 2000L), FRAN)
                .expectEvents(new CaptureRequested("pay", "a1", "pi_1", usd(2000), NOON));
        when(at(AUTHORISED), new CapturePayment("pay", 2501L), FRAN).expectException(rule("more-than-authorised"));
        when(at(CAPTURING), news(AttemptState.CAPTURED, usd(2000)), FRAN)
                .expectEvents(new AttemptCaptured(
                        "pay", "a1", PaymentMethod.TERMINAL, "pi_1", usd(2000), usd(500), usd(500), "v1", NOON))
                .expectState(p -> assertThat(Standing.of(p.ledger())).isEqualTo(PART_PAID));
    }

    @Test
    void whatWasMeantToBeTakenAtOnceIsCapturedByItself() {
        when(at(AUTHORISING), news(AttemptState.AUTHORISED, usd(2500)), FRAN)
                .expectEvents(authorised("a1", false), new CaptureRequested("pay", "a1", "pi_1", usd(2500), NOON));
    }

    @Test
    void whatComesLateBesideAnotherAttemptIsLetGo() {
        List<PaymentEvent> story = List.of(
                Desk.requested(), started("a1", 1, 2500, false), Story.failed("a1"), started("a2", 2, 2500, false));
        when(story, news(AttemptState.AUTHORISED, usd(2500)), FRAN)
                .expectEvents(
                        authorised("a1", false),
                        new CancelRequested("pay", "a1", "pi_1", "another attempt is on its way", NOON));
    }

    @Test
    void aWaiverKeepsToTheLimitOfTheRole() {
        stands(when(at(FAILED), new WaivePayment("pay", 500L, "x"), FRAN), FAILED);
        when(at(FAILED), new WaivePayment("pay", 501L, "x"), FRAN).expectException(rule("waiver-limit"));
        when(at(FAILED), new WaivePayment("pay", 1L, "x"), BILL).expectException(Refused.NotAllowed.class);
        when(at(FAILED), new WaivePayment("pay", 2501L, "x"), MIA).expectException(rule("more-than-owed"));
    }

    @Test
    void aboveTheLimitTwoPersonsDecide() {
        ApprovalAsked asked = new ApprovalAsked("pay", Approval.WAIVER, usd(2500), "hardship", "mia", NOON);
        WaivePayment waive = new WaivePayment("pay", null, "hardship");
        when(at(FAILED), waive, MIA).expectEvents(asked);
        when(at(FAILED, asked), waive, MIA).expectException(rule("second-person"));
        when(at(FAILED, asked), waive, MAX)
                .expectEvents(new PaymentWaived("pay", usd(2500), "hardship", "max", "mia", "standard/1", usd(0), NOON))
                .expectState(p -> assertThat(Standing.of(p.ledger())).isEqualTo(WAIVED));
    }

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
        MetaData tomorrow = FRAN.and(Facts.OCCURRED_AT, "2026-11-24T08:01:00Z");
        when(at(AUTHORISED), order, tomorrow).expectException(Refused.NotAllowed.class);
        when(at(CAPTURED), order, MIA.and(Facts.OCCURRED_AT, "2026-11-24T08:01:00Z"))
                .expectException(Refused.WrongState.class);
        stands(when(at(AUTHORISED), order, FRAN.and(Facts.OCCURRED_AT, "2026-11-24T07:59:00Z")), VOIDING);
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
    void anotherAmountChangesWhatIsNotCollectedElseTheDifferenceIsMadeKnown() {
        when(at(FAILED), new ReviseAmount("pay", usd(2000), BASIS, "late"), MIA)
                .expectEvents(new AmountRevised("pay", usd(2500), usd(2000), usd(2000), BASIS, "late", NOON));
        when(at(CAPTURED), new ReviseAmount("pay", usd(3000), BASIS, "late"), MIA)
                .expectEvents(new MoreOwed("pay", usd(500), BASIS, "late", NOON));
        when(at(CAPTURED), new ReviseAmount("pay", usd(2000), BASIS, "late"), MIA)
                .expectEvents(
                        new AmountRevised("pay", usd(2500), usd(2000), usd(0), BASIS, "late", NOON),
                        new RefundProposed("pay", usd(500), "more was taken than is owed", "v1", NOON));
        when(at(CAPTURED), new ReviseAmount("pay", usd(2500), BASIS, "late"), MIA)
                .expectNoEvents();
        MoreOwed more = new MoreOwed("pay", usd(500), BASIS, "late", NOON);
        when(at(CAPTURED, more), new ReviseAmount("pay", usd(3000), BASIS, "late"), MIA)
                .expectNoEvents();
        when(at(CAPTURED, more), new ReviseAmount("pay", usd(2600), BASIS, "late"), MIA)
                .expectException(rule("asked-on-its-own"));
    }

    @Test
    void askLaterCallsOffWhatWaitsForAPerson() {
        when(at(REQUIRES_ACTION), new PostponePayment("pay", "later"), FRAN)
                .expectEvents(
                        new PaymentPostponed("pay", "v1", "later", NOON),
                        new CancelRequested("pay", "a1", "pi_1", "later", NOON));
        when(at(PAY_LATER), new PostponePayment("pay", "later"), FRAN).expectNoEvents();
    }

    @Test
    void aWaitEndsOnce() {
        PaymentPatienceEnded ended = new PaymentPatienceEnded("pay", "end:1", NOON);
        when(at(CAPTURED), new EndPaymentPatience("pay", "end:1"), MIA).expectEvents(ended);
        when(at(CAPTURED, ended), new EndPaymentPatience("pay", "end:1"), MIA).expectNoEvents();
    }

    @Test
    void aPaymentOfAnotherSiteDoesNotExist() {
        when(at(FAILED), new RetryPayment("pay"), FRAN.and(Facts.SITES, "north"))
                .expectException(Refused.NotFound.class);
    }
}
