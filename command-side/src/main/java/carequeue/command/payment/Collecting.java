package carequeue.command.payment;

import carequeue.api.Refused;
import carequeue.api.payment.AttemptEvent.*;
import carequeue.api.payment.AttemptState;
import carequeue.api.payment.PaymentCommand.*;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.PaymentMethod;
import java.util.List;

/** Getting what is owed: one attempt after another, never two at once. */
final class Collecting {

    private Collecting() {}

    static List<PaymentEvent> collect(CollectPayment c, Situation s) {
        s.must(CollectPayment.class);
        long amount = Situation.part(
                c.amount(), s.ledger().rest(), "more-than-owed", "No more can be collected than what is left to pay:");
        if (c.method() == PaymentMethod.CASH) {
            return List.of(cash(c, amount, s));
        } else if (c.tendered() != null) {
            throw new Refused.BadField("/tendered", "is for cash only");
        }
        return List.of(start(c.method(), amount, c.manual(), c.readerId(), c.paymentMethodId(), s));
    }

    private static CashTaken cash(CollectPayment c, long amount, Situation s) {
        if (s.now().is("kiosk") && !s.now().is("front-desk", "billing", "manager")) {
            throw new Refused.NotAllowed("Cash is taken at the desk.");
        }
        if (c.tillId() == null) {
            throw new Refused.AgainstRule("no-till", "Open your till before you take cash.");
        }
        long tendered = c.tendered() == null ? amount : c.tendered();
        if (tendered < amount) {
            throw new Refused.BadField("/tendered", "is less than the amount");
        }
        Ledger l = s.ledger();
        return new CashTaken(
                s.id(),
                s.nextAttempt(),
                s.number(),
                c.tillId(),
                s.money(amount),
                s.money(tendered),
                s.money(Math.subtractExact(tendered, amount)),
                s.money(l.rest() - amount),
                l.asked.visitId(),
                s.by(),
                s.at());
    }

    private static AttemptStarted start(
            PaymentMethod method, long amount, boolean manual, String reader, String saved, Situation s) {
        Ledger l = s.ledger();
        if (l.attempts.size() >= l.asked.terms().attemptsAtMost()) {
            throw new Refused.AgainstRule(
                    "attempt-limit",
                    "This payment has had as many attempts as the site allows; take cash or waive it.");
        }
        return new AttemptStarted(
                s.id(),
                s.nextAttempt(),
                s.number(),
                method,
                s.money(amount),
                manual,
                reader,
                saved,
                l.asked.siteId(),
                l.asked.visitId(),
                l.patientId,
                l.asked.terms(),
                s.by(),
                s.at());
    }

    static List<PaymentEvent> retry(Situation s) {
        s.must(RetryPayment.class);
        Attempt last = s.ledger().lastFirst().stream()
                .findFirst()
                .filter(a -> a.state == AttemptState.FAILED || a.state == AttemptState.CANCELLED)
                .orElseThrow(
                        () -> new Refused.AgainstRule("nothing-to-retry", "No failed attempt can be tried again."));
        long amount = Math.min(last.amount, s.ledger().rest());
        return List.of(start(last.method, amount, last.manual, last.readerId, last.paymentMethodId, s));
    }

    static List<PaymentEvent> capture(CapturePayment c, Situation s) {
        s.must(CapturePayment.class);
        Attempt attempt = s.ledger().attempts.values().stream()
                .filter(a -> a.state == AttemptState.AUTHORISED)
                .findFirst()
                .orElseThrow();
        if (s.ledger().toCapture(attempt) == 0) {
            throw new Refused.AgainstRule("nothing-owed", "Nothing is owed any more; void the authorisation.");
        }
        long amount = Situation.part(
                c.amount(),
                s.ledger().toCapture(attempt),
                "more-than-authorised",
                "No more can be captured than is authorised and owed:");
        return List.of(new CaptureRequested(s.id(), attempt.id, attempt.providerId, s.money(amount), s.at()));
    }

    static List<PaymentEvent> cancel(CancelAttempt c, Situation s) {
        s.must(CancelAttempt.class);
        Attempt attempt = s.attempt(c.attemptId());
        if (!attempt.unresolved()) {
            throw s.wrong("Attempt " + attempt.id + " is " + attempt.state + " and cannot be called off.");
        }
        return attempt.cancelling ? List.of() : List.of(cancelled(attempt, c.reason(), s));
    }

    static CancelRequested cancelled(Attempt attempt, String reason, Situation s) {
        return new CancelRequested(s.id(), attempt.id, attempt.providerId, reason, s.at());
    }

    static List<PaymentEvent> check(CheckAttempt c, Situation s) {
        s.must(CheckAttempt.class);
        Attempt attempt = s.attempt(c.attemptId());
        return attempt.unresolved()
                ? List.of(new AttemptCheckRequested(s.id(), attempt.id, attempt.providerId, s.at()))
                : List.of();
    }
}
