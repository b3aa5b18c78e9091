package carequeue.command.payment;

import static carequeue.api.payment.AttemptState.*;

import carequeue.api.Refused;
import carequeue.api.payment.AttemptEvent.*;
import carequeue.api.payment.AttemptState;
import carequeue.api.payment.FailureKind;
import carequeue.api.payment.PaymentCommand.ReportAttempt;
import carequeue.api.payment.PaymentEvent;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the provider's news about an attempt mean, whenever and however often they come. */
final class Hearing {

    /** For each state told, those in which it is news; anything else is late, repeated or older than what is known. */
    private static final Map<AttemptState, Set<AttemptState>> NEWS = Map.of(
            REQUIRES_ACTION, EnumSet.of(STARTED, UNKNOWN),
            PROCESSING, EnumSet.of(STARTED, UNKNOWN, REQUIRES_ACTION),
            UNKNOWN, EnumSet.of(STARTED, REQUIRES_ACTION, PROCESSING),
            // Money is money: whatever was believed before, what was reserved or taken counts.
            AUTHORISED, EnumSet.of(STARTED, UNKNOWN, REQUIRES_ACTION, PROCESSING, FAILED),
            CAPTURED, EnumSet.complementOf(EnumSet.of(CAPTURED)),
            FAILED, EnumSet.of(STARTED, UNKNOWN, REQUIRES_ACTION, PROCESSING),
            CANCELLED, EnumSet.of(STARTED, UNKNOWN, REQUIRES_ACTION, PROCESSING, AUTHORISED),
            STARTED, EnumSet.noneOf(AttemptState.class));

    private Hearing() {}

    static List<PaymentEvent> of(ReportAttempt c, Situation s) {
        Attempt a = s.attempt(c.attemptId());
        boolean cash = a.tillId != null;
        return cash || !NEWS.get(c.state()).contains(a.state) ? List.of() : List.of(event(c, a, s));
    }

    private static PaymentEvent event(ReportAttempt c, Attempt a, Situation s) {
        return switch (c.state()) {
            case REQUIRES_ACTION -> new ActionRequired(s.id(), a.id, a.method, c.providerId(), c.nextStep(), s.at());
            case PROCESSING -> new AttemptProcessing(s.id(), a.id, c.providerId(), s.at());
            case UNKNOWN -> new AttemptUnclear(s.id(), a.id, c.providerId(), s.at());
            case AUTHORISED ->
                new AttemptAuthorised(s.id(), a.id, c.providerId(), s.money(taken(c, s)), a.manual, s.at());
            case CAPTURED -> captured(c, a, s);
            case FAILED -> failed(c, a, s);
            case CANCELLED -> new AttemptCancelled(s.id(), a.id, c.providerId(), s.at());
            case STARTED -> throw new IllegalArgumentException("that it started is no news");
        };
    }

    private static long taken(ReportAttempt c, Situation s) {
        long amount = s.same(c.amount());
        if (amount <= 0) {
            throw new Refused.BadField("/amount", "is more than nothing");
        }
        return amount;
    }

    private static AttemptCaptured captured(ReportAttempt c, Attempt a, Situation s) {
        Ledger l = s.ledger();
        long amount = taken(c, s);
        long reservedElsewhere = l.authorised() - a.authorised;
        long rest = Math.max(0, l.due() - l.captured() - amount - reservedElsewhere);
        return new AttemptCaptured(
                s.id(),
                a.id,
                a.method,
                c.providerId(),
                s.money(amount),
                s.money(Math.max(0, a.authorised - amount)),
                s.money(rest),
                l.asked.visitId(),
                s.at());
    }

    private static AttemptFailed failed(ReportAttempt c, Attempt a, Situation s) {
        FailureKind kind = c.failure() == null ? FailureKind.CALL_BANK : c.failure();
        int number = s.ledger().attempts.values().stream().toList().indexOf(a) + 1;
        return new AttemptFailed(s.id(), a.id, number, a.method, c.providerId(), kind, c.code(), s.at());
    }
}
