package carequeue.app.permuted;

import carequeue.api.Money;
import carequeue.api.payment.AttemptEvent.*;
import carequeue.api.payment.AttemptState;
import carequeue.api.payment.FailureKind;
import carequeue.api.payment.PaymentCommand.*;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.payment.RefundEvent.RefundProposed;
import carequeue.api.payment.RefundEvent.RefundRequested;
import carequeue.api.payment.RefundState;
import java.util.List;

/** The card and its provider, whose every word comes twice. */
record Cards(Counter counter, String payment, FailureKind failure) {

    void pay() {
        String attempt = attempt();
        if (attempt != null) {
            say(attempt, AttemptState.CAPTURED, amount(attempt), null, null);
        }
    }

    /** The card is declined; what CareQueue tries again by itself is not answered. */
    void decline() {
        String attempt = attempt();
        if (attempt != null) {
            say(attempt, AttemptState.FAILED, null, failure, "declined");
        }
    }

    /** The attempt that waits for an answer, or a new one; null where nothing is to be paid. */
    private String attempt() {
        CollectPayment card =
                new CollectPayment(payment, PaymentMethod.SAVED_CARD, null, false, null, null, null, "pm_1");
        if (counter.order(card) instanceof PaymentOutcome begun) {
            return begun.attemptId();
        }
        List<String> started = counter.past(payment, AttemptStarted.class).stream()
                .map(AttemptStarted::attemptId)
                .filter(this::isOpen)
                .toList();
        return started.isEmpty() ? null : started.get(started.size() - 1);
    }

    private boolean isOpen(String attempt) {
        return counter.past(payment, PaymentEvent.class).stream()
                .noneMatch(e -> e instanceof AttemptCaptured c && c.attemptId().equals(attempt)
                        || e instanceof AttemptFailed f && f.attemptId().equals(attempt)
                        || e instanceof AttemptCancelled x && x.attemptId().equals(attempt));
    }

    private Money amount(String attempt) {
        return counter.past(payment, AttemptStarted.class).stream()
                .filter(e -> e.attemptId().equals(attempt))
                .map(AttemptStarted::amount)
                .findFirst()
                .orElseThrow();
    }

    private void say(String attempt, AttemptState state, Money amount, FailureKind why, String code) {
        ReportAttempt word = new ReportAttempt(payment, attempt, state, "pi_" + attempt, amount, why, code, null);
        counter.order(word);
        counter.order(word);
    }

    /** Gives back what was proposed. */
    void giveBack() {
        for (RefundProposed one : counter.past(payment, RefundProposed.class)) {
            counter.order(new RefundPayment(payment, one.amount().amount(), "proposed", false, null));
        }
        for (RefundRequested one : counter.past(payment, RefundRequested.class)) {
            ReportRefund done = new ReportRefund(
                    payment, one.refundId(), one.attemptId(), one.amount(), RefundState.DONE, "re_1", null);
            counter.order(done);
            counter.order(done);
        }
    }
}
