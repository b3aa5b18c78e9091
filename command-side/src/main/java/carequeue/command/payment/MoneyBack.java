package carequeue.command.payment;

import carequeue.api.Refused;
import carequeue.api.payment.DisputeState;
import carequeue.api.payment.PaymentCommand.ReportDispute;
import carequeue.api.payment.PaymentCommand.ReportRefund;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.RefundEvent.*;
import carequeue.api.payment.RefundState;
import java.util.ArrayList;
import java.util.List;

/** What the provider's news about refunds and disputes mean, whenever and however often they come. */
final class MoneyBack {

    private MoneyBack() {}

    static List<PaymentEvent> refund(ReportRefund c, Situation s) {
        List<PaymentEvent> events = new ArrayList<>();
        Refund known = s.ledger().refunds.get(c.refundId());
        if (known == null) {
            known = outside(c, s, events);
        }
        // A refund that was done may still fail; one that failed is over.
        if (known.state() == c.state() || c.state().ordinal() < known.state().ordinal() || known.tillId() != null) {
            return events;
        }
        switch (c.state()) {
            case PENDING -> events.add(new RefundPending(s.id(), c.refundId(), c.providerId(), s.at()));
            case DONE ->
                events.add(new RefundDone(s.id(), c.refundId(), c.providerId(), s.money(known.amount()), null, s.at()));
            case FAILED -> events.add(new RefundFailed(s.id(), c.refundId(), c.providerId(), c.code(), s.at()));
            case REQUESTED -> {}
        }
        return events;
    }

    private static Refund outside(ReportRefund c, Situation s, List<PaymentEvent> events) {
        Attempt from = byCard(c.attemptId(), s);
        long amount = s.same(c.amount());
        if (amount <= 0 || amount > s.ledger().refundable(from)) {
            throw new Refused.AgainstRule(
                    "refundable", "The provider tells of a refund of more than was taken and is left.");
        }
        events.add(new OutsideRefundNoted(s.id(), c.refundId(), from.id, s.money(amount), s.at()));
        return new Refund(from.id, amount, null, RefundState.REQUESTED);
    }

    static List<PaymentEvent> dispute(ReportDispute c, Situation s) {
        List<PaymentEvent> events = new ArrayList<>();
        Dispute known = s.ledger().disputes.get(c.disputeId());
        if (known == null) {
            known = opened(c, s, events);
        }
        if (known.state() != DisputeState.OPEN) {
            return events;
        }
        if (c.state() == DisputeState.WON) {
            events.add(new DisputeWon(s.id(), c.disputeId(), s.at()));
        } else if (c.state() == DisputeState.LOST) {
            events.add(new DisputeLost(s.id(), c.disputeId(), s.money(known.amount()), s.at()));
        }
        return events;
    }

    private static Dispute opened(ReportDispute c, Situation s, List<PaymentEvent> events) {
        Attempt of = byCard(c.attemptId(), s);
        // No more can be lost than is still here, whatever the bank asks for.
        long amount = Math.min(s.same(c.amount()), s.ledger().refundable(of));
        if (amount <= 0) {
            throw new Refused.AgainstRule("disputable", "Nothing of this attempt is left that could be disputed.");
        }
        events.add(new DisputeOpened(s.id(), c.disputeId(), of.id, s.money(amount), c.code(), s.at()));
        return new Dispute(of.id, amount, DisputeState.OPEN);
    }

    /** The provider knows nothing of cash. */
    private static Attempt byCard(String attemptId, Situation s) {
        Attempt attempt = s.attempt(attemptId);
        if (attempt.tillId != null) {
            throw new Refused.NotFound("attempt by card", attemptId);
        }
        return attempt;
    }
}
