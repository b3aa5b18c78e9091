package carequeue.command.payment;

import carequeue.api.payment.AttemptEvent.CaptureRequested;
import carequeue.api.payment.AttemptState;
import carequeue.api.payment.OwedEvent.PaymentVoided;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.RefundEvent.RefundProposed;
import java.util.Optional;

/** What follows by itself from how a payment stands, so that no money is kept or lost in silence. */
final class Consequences {

    private Consequences() {}

    /** The next thing that follows, if anything does. */
    static Optional<PaymentEvent> next(Situation s) {
        Ledger l = s.ledger();
        for (Attempt a : l.attempts.values()) {
            if (a.state == AttemptState.AUTHORISED && !a.capturing && !a.cancelling) {
                Optional<PaymentEvent> ofAttempt = authorised(a, s);
                if (ofAttempt.isPresent()) {
                    return ofAttempt;
                }
            }
        }
        if (l.voidWanted && !l.voided && l.unresolved().isEmpty() && l.captured() == 0) {
            return Optional.of(new PaymentVoided(s.id(), l.asked.visitId(), l.voidReason, s.at()));
        }
        return l.unproposed() > 0
                ? Optional.of(new RefundProposed(
                        s.id(), s.money(l.unproposed()), "more was taken than is owed", l.asked.visitId(), s.at()))
                : Optional.empty();
    }

    /** An authorisation that came although it was called off is let go; one that was meant to be taken is. */
    private static Optional<PaymentEvent> authorised(Attempt a, Situation s) {
        long amount = s.ledger().toCapture(a);
        if (amount == 0) {
            return Optional.of(Collecting.cancelled(a, "nothing is owed any more", s));
        } else if (s.ledger().unresolved().isPresent()) {
            // It was given up before it came, and another one is on its way: two would be charged.
            return Optional.of(Collecting.cancelled(a, "another attempt is on its way", s));
        }
        return a.manual
                ? Optional.empty()
                : Optional.of(new CaptureRequested(s.id(), a.id, a.providerId, s.money(amount), s.at()));
    }
}
