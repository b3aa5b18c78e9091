package carequeue.query.revenue;

import carequeue.api.Money;
import carequeue.api.payment.AttemptEvent.AttemptCaptured;
import carequeue.api.payment.AttemptEvent.CashReturned;
import carequeue.api.payment.AttemptEvent.CashTaken;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.payment.RefundEvent.DisputeLost;
import carequeue.api.payment.RefundEvent.RefundDone;
import carequeue.api.payment.Share;
import java.util.List;

/** Money that moved by one event; {@code amount} is negative where it went back. */
record Movement(long amount, String currency, PaymentMethod method) {

    /** What moved by an event, or null when nothing did. */
    static Movement of(PaymentEvent event, Sold sold) {
        if (event instanceof AttemptCaptured e) {
            return in(e.amount(), e.method());
        } else if (event instanceof CashTaken e) {
            return in(e.amount(), PaymentMethod.CASH);
        } else if (event instanceof CashReturned e) {
            return out(e.amount(), PaymentMethod.CASH);
        } else if (event instanceof RefundDone e) {
            return out(e.amount(), sold.method(e.refundId()));
        }
        return event instanceof DisputeLost e ? out(e.amount(), sold.method(e.disputeId())) : null;
    }

    private static Movement in(Money money, PaymentMethod method) {
        return new Movement(money.amount(), money.currency(), method);
    }

    private static Movement out(Money money, PaymentMethod method) {
        return new Movement(-money.amount(), money.currency(), method);
    }

    /** What each visit has in it, to the cent; one part without a visit when it is for none. */
    List<Part> parts(Sold sold) {
        if (sold.shares().isEmpty() || Share.sum(sold.shares()) <= 0) {
            return List.of(new Part(sold.visitId(), amount));
        }
        return Share.divide(sold.shares(), Math.abs(amount)).stream()
                .map(share -> new Part(share.visitId(), amount < 0 ? -share.amount() : share.amount()))
                .toList();
    }

    /** What one visit has in it. */
    record Part(String visitId, long amount) {}
}
