package carequeue.command.payment;

import carequeue.api.Ids;
import carequeue.api.Refused;
import carequeue.api.payment.OwedEvent.Approval;
import carequeue.api.payment.PaymentCommand.ProposeRefund;
import carequeue.api.payment.PaymentCommand.RefundPayment;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.payment.RefundEvent.RefundDone;
import carequeue.api.payment.RefundEvent.RefundProposed;
import carequeue.api.payment.RefundEvent.RefundRequested;
import java.util.ArrayList;
import java.util.List;

/** Giving money back, to where it came from, the last attempt first. */
final class Refunding {

    private Refunding() {}

    static List<PaymentEvent> of(RefundPayment c, Situation s) {
        s.must(RefundPayment.class);
        if (!s.now().is("billing", "manager")) {
            throw new Refused.NotAllowed("Refunds are given by billing.");
        }
        long amount = amount(c.amount(), s);
        LettingOff.Approved approved = LettingOff.approve(Approval.REFUND, amount, c.reason(), s);
        return approved.missing() != null ? List.of(approved.missing()) : parts(c, amount, approved.askedBy(), s);
    }

    private static long amount(Long asked, Situation s) {
        long refundable = s.ledger().refundable();
        if (refundable == 0) {
            throw new Refused.AgainstRule("refundable", "Everything that was taken has gone back, or is on its way.");
        }
        return Situation.part(asked, refundable, "refundable", "No more can be given back than is left of it:");
    }

    private static List<PaymentEvent> parts(RefundPayment c, long amount, String askedBy, Situation s) {
        List<PaymentEvent> events = new ArrayList<>();
        long left = amount;
        int number = s.ledger().refunds.size();
        for (Attempt from : s.ledger().lastFirst()) {
            long part = Math.min(left, s.ledger().refundable(from));
            if (part > 0) {
                String id = Ids.derived("refund", s.id(), Integer.toString(++number));
                events.addAll(part(id, from, part, c, askedBy, s));
                left -= part;
            }
        }
        return events;
    }

    private static List<PaymentEvent> part(
            String id, Attempt from, long part, RefundPayment c, String askedBy, Situation s) {
        boolean cash = from.method == PaymentMethod.CASH || c.inCash();
        if (cash) {
            mayGiveCash(from, c, s);
        }
        RefundRequested requested = new RefundRequested(
                s.id(),
                id,
                from.id,
                cash ? PaymentMethod.CASH : from.method,
                from.providerId,
                s.money(part),
                c.reason(),
                cash ? c.tillId() : null,
                s.ledger().asked.siteId(),
                s.by(),
                askedBy,
                s.at());
        return cash
                ? List.of(requested, new RefundDone(s.id(), id, null, s.money(part), c.tillId(), s.at()))
                : List.of(requested);
    }

    private static void mayGiveCash(Attempt from, RefundPayment c, Situation s) {
        if (from.method != PaymentMethod.CASH && !s.ledger().asked.terms().cashRefunds()) {
            throw new Refused.AgainstRule("same-card", "What a card paid goes back to the same card.");
        }
        if (c.tillId() == null) {
            throw new Refused.AgainstRule("no-till", "Open your till before you give cash back.");
        }
    }

    static List<PaymentEvent> propose(ProposeRefund c, Situation s) {
        s.must(ProposeRefund.class);
        long amount = amount(c.amount(), s);
        boolean known = s.ledger().proposed - s.ledger().goingBack() >= amount;
        return known
                ? List.of()
                : List.of(new RefundProposed(
                        s.id(), s.money(amount), c.reason(), s.ledger().asked.visitId(), s.at()));
    }
}
