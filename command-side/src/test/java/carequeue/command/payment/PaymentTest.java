package carequeue.command.payment;

import static carequeue.api.payment.PaymentState.*;
import static carequeue.command.payment.Desk.BASIS;
import static carequeue.command.payment.Desk.NOON;
import static carequeue.command.payment.Desk.as;
import static carequeue.command.payment.Desk.usd;
import static carequeue.command.payment.Story.authorised;
import static carequeue.command.payment.Story.started;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Facts;
import carequeue.api.Ids;
import carequeue.api.Refused;
import carequeue.api.payment.AttemptEvent.*;
import carequeue.api.payment.AttemptState;
import carequeue.api.payment.OwedEvent.*;
import carequeue.api.payment.PaymentCommand.*;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.payment.PaymentState;
import carequeue.api.payment.RefundEvent.*;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.Test;

/** The rules of a payment: each allows something and refuses something. */
class PaymentTest extends PaymentRules {

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

    @Test
    void whatIsBeingCalledOffIsNotCalledOffOnceMore() {
        CancelAttempt order = new CancelAttempt("pay", "a1", "wrong reader");
        CancelRequested asked = new CancelRequested("pay", "a1", null, "wrong reader", NOON);
        when(at(AUTHORISING), order, FRAN).expectEvents(asked);
        when(at(AUTHORISING, asked), order, FRAN)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
