package carequeue.command.payment;

import carequeue.api.Refused;
import carequeue.api.payment.AttemptEvent.CashReturned;
import carequeue.api.payment.AttemptState;
import carequeue.api.payment.OwedEvent.VoidRequested;
import carequeue.api.payment.PaymentCommand.VoidPayment;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.PaymentMethod;
import java.util.ArrayList;
import java.util.List;

/** Taking a payment back before money has moved for good. */
final class Voiding {

    private Voiding() {}

    static List<PaymentEvent> of(VoidPayment c, Situation s) {
        s.must(VoidPayment.class);
        List<Attempt> cash = new ArrayList<>();
        for (Attempt attempt : s.ledger().attempts.values()) {
            if (attempt.captured > 0 && attempt.method != PaymentMethod.CASH) {
                throw s.wrong("A card was charged: that money goes back by a refund.");
            } else if (s.ledger().refundable(attempt) > 0) {
                cash.add(attempt);
            }
        }
        mayVoid(s);
        List<PaymentEvent> events = new ArrayList<>();
        events.add(new VoidRequested(s.id(), c.reason(), s.by(), s.at()));
        cash.forEach(attempt -> events.add(returned(attempt, c, s)));
        s.ledger().attempts.values().stream()
                .filter(a -> !a.cancelling && (a.unresolved() || a.state == AttemptState.AUTHORISED))
                .forEach(a -> events.add(Collecting.cancelled(a, c.reason(), s)));
        return events;
    }

    private static CashReturned returned(Attempt attempt, VoidPayment c, Situation s) {
        if (!isToday(attempt, s)) {
            throw s.wrong("This cash was taken on another business day: it goes back by a refund.");
        }
        if (c.tillId() == null) {
            throw new Refused.AgainstRule("no-till", "Open your till before you give cash back.");
        }
        return new CashReturned(
                s.id(), attempt.id, c.tillId(), s.money(s.ledger().refundable(attempt)), s.by(), s.at());
    }

    private static void mayVoid(Situation s) {
        if (s.now().is("manager", "system")) {
            return;
        }
        boolean own = !s.ledger().attempts.isEmpty()
                && s.ledger().attempts.values().stream().allMatch(a -> a.by.equals(s.by()) && isToday(a, s));
        if (!own || !s.now().is("front-desk")) {
            throw new Refused.NotAllowed("The desk voids, on the same business day, only what it took itself.");
        }
    }

    private static boolean isToday(Attempt attempt, Situation s) {
        return s.site().businessDay(attempt.at).equals(s.site().businessDay(s.at()));
    }
}
