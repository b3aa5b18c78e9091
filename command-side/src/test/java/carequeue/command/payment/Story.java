package carequeue.command.payment;

import static carequeue.command.payment.Desk.NOON;
import static carequeue.command.payment.Desk.TERMS;
import static carequeue.command.payment.Desk.usd;

import carequeue.api.payment.AttemptEvent.*;
import carequeue.api.payment.FailureKind;
import carequeue.api.payment.OwedEvent.*;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.payment.PaymentState;
import carequeue.api.payment.RefundEvent.*;
import java.util.ArrayList;
import java.util.List;

/** How a payment got where it stands, in events. The desk's cash is taken by fran, the card's attempt is "a1". */
final class Story {

    private Story() {}

    static AttemptStarted started(String id, int number, long amount, boolean manual) {
        return new AttemptStarted(
                "pay",
                id,
                number,
                PaymentMethod.TERMINAL,
                usd(amount),
                manual,
                "reader-1",
                null,
                "main",
                "v1",
                "p1",
                TERMS,
                "fran",
                NOON);
    }

    static CashTaken cash(String id, int number, long amount) {
        return new CashTaken(
                "pay", id, number, "till-1", usd(amount), usd(amount), usd(0), usd(2500 - amount), "v1", "fran", NOON);
    }

    static AttemptCaptured captured(String id, long amount) {
        return new AttemptCaptured(
                "pay", id, PaymentMethod.TERMINAL, "pi_1", usd(amount), usd(0), usd(2500 - amount), "v1", NOON);
    }

    static AttemptFailed failed(String id) {
        return new AttemptFailed(
                "pay", id, 1, PaymentMethod.TERMINAL, "pi_1", FailureKind.OTHER_CARD, "card_declined", NOON);
    }

    static AttemptAuthorised authorised(String id, boolean manual) {
        return new AttemptAuthorised("pay", id, "pi_1", usd(2500), manual, NOON);
    }

    static RefundRequested refund(String id, String attempt, long amount) {
        return new RefundRequested(
                "pay",
                id,
                attempt,
                PaymentMethod.TERMINAL,
                "pi_1",
                usd(amount),
                "wrong",
                null,
                "main",
                "bill",
                null,
                NOON);
    }

    static RefundDone refunded(String id, long amount) {
        return new RefundDone("pay", id, "re_1", usd(amount), null, NOON);
    }

    /** The shortest way to a state; where the desk could void it, the money is cash. */
    static List<PaymentEvent> of(PaymentState state) {
        List<PaymentEvent> story = new ArrayList<>(List.of(Desk.requested()));
        story.addAll(
                switch (state) {
                    case REQUESTED -> List.of();
                    case AUTHORISING -> List.of(started("a1", 1, 2500, false));
                    case REQUIRES_ACTION ->
                        List.of(
                                started("a1", 1, 2500, false),
                                new ActionRequired("pay", "a1", PaymentMethod.TERMINAL, "pi_1", null, NOON));
                    case PROCESSING ->
                        List.of(started("a1", 1, 2500, false), new AttemptProcessing("pay", "a1", "pi_1", NOON));
                    case CHECKING ->
                        List.of(started("a1", 1, 2500, false), new AttemptUnclear("pay", "a1", null, NOON));
                    case AUTHORISED -> List.of(started("a1", 1, 2500, true), authorised("a1", true));
                    case CAPTURING ->
                        List.of(
                                started("a1", 1, 2500, true),
                                authorised("a1", true),
                                new CaptureRequested("pay", "a1", "pi_1", usd(2500), NOON));
                    case PART_PAID -> List.of(cash("c1", 1, 1000), started("a1", 2, 1500, false), failed("a1"));
                    case CAPTURED -> List.of(cash("c1", 1, 2500));
                    case FAILED -> List.of(started("a1", 1, 2500, false), failed("a1"));
                    case HELD -> List.of(started("a1", 1, 2500, false), failed("a1"), new PaymentHeld("pay", NOON));
                    case PAY_LATER ->
                        List.of(
                                started("a1", 1, 2500, false),
                                failed("a1"),
                                new PaymentPostponed("pay", "v1", "later", NOON));
                    case WAIVED ->
                        List.of(new PaymentWaived(
                                "pay", usd(2500), "hardship", "mia", null, "standard/1", usd(0), NOON));
                    case WRITTEN_OFF ->
                        List.of(
                                started("a1", 1, 2500, false),
                                failed("a1"),
                                new PaymentWrittenOff("pay", usd(2500), "gone", "mia", null, "standard/1", NOON));
                    case VOIDING ->
                        List.of(
                                started("a1", 1, 2500, false),
                                new VoidRequested("pay", "wrong", "fran", NOON),
                                new CancelRequested("pay", "a1", null, "wrong", NOON));
                    case VOIDED ->
                        List.of(
                                new VoidRequested("pay", "wrong", "fran", NOON),
                                new PaymentVoided("pay", "v1", "wrong", NOON));
                    case REFUNDING ->
                        List.of(started("a1", 1, 2500, false), captured("a1", 2500), refund("r1", "a1", 500));
                    case PART_REFUNDED ->
                        List.of(
                                started("a1", 1, 2500, false),
                                captured("a1", 2500),
                                refund("r1", "a1", 500),
                                refunded("r1", 500));
                    case REFUNDED ->
                        List.of(
                                started("a1", 1, 2500, false),
                                captured("a1", 2500),
                                refund("r1", "a1", 2500),
                                refunded("r1", 2500));
                    case DISPUTED ->
                        List.of(
                                started("a1", 1, 2500, false),
                                captured("a1", 2500),
                                new DisputeOpened("pay", "d1", "a1", usd(2500), "fraudulent", NOON));
                    case DISPUTE_LOST ->
                        List.of(
                                started("a1", 1, 2500, false),
                                captured("a1", 2500),
                                new DisputeOpened("pay", "d1", "a1", usd(2500), "fraudulent", NOON),
                                new DisputeLost("pay", "d1", usd(2500), NOON));
                });
        return story;
    }
}
