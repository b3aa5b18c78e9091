package carequeue.query.views;

import carequeue.api.Money;
import carequeue.api.payment.AttemptEvent;
import carequeue.api.payment.AttemptEvent.AttemptAuthorised;
import carequeue.api.payment.AttemptEvent.AttemptCancelled;
import carequeue.api.payment.AttemptEvent.AttemptCaptured;
import carequeue.api.payment.AttemptEvent.AttemptFailed;
import carequeue.api.payment.AttemptEvent.AttemptStarted;
import carequeue.api.payment.AttemptEvent.CashReturned;
import carequeue.api.payment.AttemptEvent.CashTaken;
import carequeue.api.payment.Basis;
import carequeue.api.payment.FailureKind;
import carequeue.api.payment.OwedEvent;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.payment.PaymentPolicy;
import carequeue.api.payment.PaymentPurpose;
import carequeue.api.payment.ReceiptCommand;
import carequeue.api.payment.ReceiptEvent.ReceiptIssued;
import carequeue.api.payment.RefundEvent;
import carequeue.api.payment.Share;
import carequeue.api.payment.TillEvent;
import carequeue.query.board.RandomDay.Happening;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Random payments, tills and receipts, also such as the aggregates would not allow. */
final class RandomMoney {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Basis BASIS = new Basis(Basis.Source.SITE_DEFAULT, null, "standard", 1, List.of());

    private RandomMoney() {}

    static Happening of(Random random, Instant at) {
        return switch (random.nextInt(8)) {
            case 0 -> till(random, at);
            case 1 -> receipt(random, at);
            default -> payment(random, at);
        };
    }

    private static Money usd(Random random) {
        return new Money(1 + random.nextInt(9999), "USD");
    }

    private static Happening payment(Random random, Instant at) {
        String id = "pay" + random.nextInt(6);
        String attempt = "try" + random.nextInt(3);
        String refund = "back" + random.nextInt(3);
        Money sum = usd(random);
        PaymentEvent event = switch (random.nextInt(13)) {
            case 0, 1, 2 -> requested(id, random, at);
            case 3 -> started(id, attempt, sum, at);
            case 4 -> new AttemptAuthorised(id, attempt, "pi_1", sum, true, at);
            case 5 -> new AttemptCaptured(id, attempt, PaymentMethod.TERMINAL, "pi_1", sum, sum, sum, "v1", at);
            case 6 ->
                new AttemptFailed(
                        id, attempt, 1, PaymentMethod.TERMINAL, "pi_1", FailureKind.OTHER_CARD, "card_declined", at);
            case 7 -> new CashTaken(id, attempt, 1, "till0", sum, sum, sum, sum, "v1", "front-desk", at);
            case 8 -> new CashReturned(id, attempt, "till0", sum, "front-desk", at);
            case 9 -> new OwedEvent.PaymentWaived(id, sum, "test", "manager", null, "standard/1", sum, at);
            case 10 ->
                new RefundEvent.RefundRequested(
                        id,
                        refund,
                        attempt,
                        PaymentMethod.CASH,
                        null,
                        sum,
                        "test",
                        "till0",
                        "main",
                        "billing",
                        null,
                        at);
            case 11 -> new RefundEvent.RefundDone(id, refund, "re_1", sum, null, at);
            default -> other(id, attempt, sum, random, at);
        };
        return new Happening(id, null, event);
    }

    private static PaymentEvent other(String id, String attempt, Money sum, Random random, Instant at) {
        return switch (random.nextInt(6)) {
            case 0 -> new OwedEvent.PaymentHeld(id, at);
            case 1 -> new OwedEvent.ApprovalAsked(id, OwedEvent.Approval.WAIVER, sum, "test", "manager", at);
            case 2 -> new AttemptCancelled(id, attempt, "pi_1", at);
            case 3 -> new RefundEvent.DisputeOpened(id, "dp_1", attempt, sum, "fraudulent", at);
            case 4 -> new RefundEvent.DisputeLost(id, "dp_1", sum, at);
            default -> new OwedEvent.VoidRequested(id, "test", "front-desk", at);
        };
    }

    private static PaymentEvent requested(String id, Random random, Instant at) {
        List<Share> family = random.nextBoolean()
                ? List.of()
                : List.of(new Share("v1", "p1", 1000), new Share("v2", "p2", 1 + random.nextInt(2000)));
        return new OwedEvent.PaymentRequested(
                id,
                "main",
                DAY,
                "v" + random.nextInt(5),
                null,
                "p" + random.nextInt(5),
                PaymentPurpose.values()[random.nextInt(6)],
                usd(random),
                family,
                BASIS,
                PaymentPolicy.DEFAULT.terms(),
                null,
                null,
                "front-desk",
                at);
    }

    private static AttemptEvent started(String id, String attempt, Money sum, Instant at) {
        return new AttemptStarted(
                id,
                attempt,
                1,
                PaymentMethod.TERMINAL,
                sum,
                false,
                "reader",
                null,
                "main",
                "v1",
                "p1",
                PaymentPolicy.DEFAULT.terms(),
                "front-desk",
                at);
    }

    private static Happening till(Random random, Instant at) {
        String id = "till" + random.nextInt(3);
        Money sum = usd(random);
        TillEvent event = switch (random.nextInt(4)) {
            case 0 -> new TillEvent.TillOpened(id, "main", DAY, "user-of-" + id, 1, sum, at);
            case 1 -> new TillEvent.CashMoved(id, "entry" + random.nextInt(50), "pay0", sum, sum, false, at);
            case 2 -> new TillEvent.EntryReversed(id, "entry" + random.nextInt(50), sum, sum, "test", "manager", at);
            default -> new TillEvent.TillClosed(id, sum, sum, sum, "test", "front-desk", at);
        };
        return new Happening(id, null, event);
    }

    private static Happening receipt(Random random, Instant at) {
        Money sum = usd(random);
        String book = ReceiptCommand.book("main");
        ReceiptIssued issued = new ReceiptIssued(
                book,
                "main",
                1 + random.nextInt(1_000_000),
                "try1",
                "pay" + random.nextInt(6),
                "v1",
                sum,
                List.of(new ReceiptCommand.ReceiptLine("co-pay", sum)),
                at);
        return new Happening(book, null, issued);
    }
}
