package carequeue.query.payments;

import carequeue.api.payment.AttemptEvent;
import carequeue.api.payment.AttemptEvent.ActionRequired;
import carequeue.api.payment.AttemptEvent.AttemptAuthorised;
import carequeue.api.payment.AttemptEvent.AttemptCancelled;
import carequeue.api.payment.AttemptEvent.AttemptCaptured;
import carequeue.api.payment.AttemptEvent.AttemptFailed;
import carequeue.api.payment.AttemptEvent.AttemptProcessing;
import carequeue.api.payment.AttemptEvent.AttemptStarted;
import carequeue.api.payment.AttemptEvent.AttemptUnclear;
import carequeue.api.payment.AttemptEvent.CancelRequested;
import carequeue.api.payment.AttemptEvent.CaptureRequested;
import carequeue.api.payment.AttemptEvent.CashReturned;
import carequeue.api.payment.AttemptEvent.CashTaken;
import carequeue.api.payment.AttemptState;
import carequeue.api.payment.PaymentMethod;
import carequeue.query.payments.Tried.Course;
import java.util.ArrayList;
import java.util.List;

/** The fold of a payment's attempts. */
final class AttemptFold {

    private AttemptFold() {}

    static Account on(Account account, AttemptEvent event) {
        if (event instanceof AttemptStarted e) {
            return begun(
                    account.with(account.owed().marked(account.owed().marks().failed(false))),
                    new Tried(
                            e.attemptId(),
                            e.number(),
                            e.method(),
                            e.amount().amount(),
                            null,
                            e.by(),
                            e.at(),
                            Course.begun()));
        } else if (event instanceof CashTaken e) {
            long amount = e.amount().amount();
            return begun(
                    account,
                    new Tried(
                            e.attemptId(),
                            e.number(),
                            PaymentMethod.CASH,
                            amount,
                            e.tillId(),
                            e.by(),
                            e.at(),
                            Course.taken(amount)));
        }
        List<Tried> attempts = account.attempts().stream()
                .map(a -> a.attemptId().equals(event.attemptId()) ? a.now(course(a.course(), event)) : a)
                .toList();
        boolean failed = event instanceof AttemptFailed || event instanceof AttemptCancelled;
        Account after = account.tried(attempts);
        return failed ? after.with(after.owed().marked(after.owed().marks().failed(true))) : after;
    }

    private static Account begun(Account account, Tried attempt) {
        List<Tried> all = new ArrayList<>(account.attempts());
        all.removeIf(a -> a.attemptId().equals(attempt.attemptId()));
        all.add(attempt);
        return account.tried(all);
    }

    private static Course course(Course c, AttemptEvent event) {
        if (event instanceof ActionRequired e) {
            return c.now(AttemptState.REQUIRES_ACTION, e.providerId(), e.nextStep());
        } else if (event instanceof AttemptProcessing e) {
            return c.now(AttemptState.PROCESSING, e.providerId(), null);
        } else if (event instanceof AttemptUnclear e) {
            return c.now(AttemptState.UNKNOWN, e.providerId(), c.nextStep());
        } else if (event instanceof AttemptAuthorised e) {
            return c.authorised(e.amount().amount(), e.providerId());
        } else if (event instanceof CaptureRequested) {
            return c.asked(true, false);
        } else if (event instanceof CancelRequested) {
            return c.asked(false, true);
        }
        return over(c, event);
    }

    private static Course over(Course c, AttemptEvent event) {
        if (event instanceof AttemptCaptured e) {
            return c.ended(AttemptState.CAPTURED, e.providerId(), e.amount().amount(), null, null);
        } else if (event instanceof CashReturned e) {
            return c.ended(c.state(), null, c.captured() - e.amount().amount(), c.failure(), c.code());
        } else if (event instanceof AttemptFailed e) {
            return c.ended(AttemptState.FAILED, e.providerId(), c.captured(), e.failure(), e.code());
        } else if (event instanceof AttemptCancelled e) {
            return c.ended(AttemptState.CANCELLED, e.providerId(), c.captured(), null, null);
        }
        return c;
    }
}
