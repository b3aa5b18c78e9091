package carequeue.command.payment;

import carequeue.api.Refused;
import carequeue.api.payment.OwedEvent.*;
import carequeue.api.payment.PaymentCommand.*;
import carequeue.api.payment.PaymentEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Letting a patient off what is owed, by the limits of the role, with two persons where one may not decide alone. */
final class LettingOff {

    private LettingOff() {}

    static List<PaymentEvent> waive(WaivePayment c, Situation s) {
        s.must(WaivePayment.class);
        long rest = s.ledger().rest();
        long amount = Situation.part(c.amount(), rest, "more-than-owed", "No more can be waived than is left to pay:");
        withinLimit(amount, s);
        Approved approved = approve(Approval.WAIVER, amount, c.reason(), s);
        if (approved.missing() != null) {
            return List.of(approved.missing());
        }
        return List.of(new PaymentWaived(
                s.id(),
                s.money(amount),
                c.reason(),
                s.by(),
                approved.askedBy(),
                s.ledger().asked.terms().policy(),
                s.money(rest - amount),
                s.at()));
    }

    static List<PaymentEvent> writeOff(WriteOffPayment c, Situation s) {
        s.must(WriteOffPayment.class);
        long amount = s.ledger().rest();
        withinLimit(amount, s);
        Approved approved = approve(Approval.WRITE_OFF, amount, c.reason(), s);
        if (approved.missing() != null) {
            return List.of(approved.missing());
        }
        return List.of(new PaymentWrittenOff(
                s.id(),
                s.money(amount),
                c.reason(),
                s.by(),
                approved.askedBy(),
                s.ledger().asked.terms().policy(),
                s.at()));
    }

    private static void withinLimit(long amount, Situation s) {
        Optional<Long> limit = s.ledger().asked.terms().waivers().entrySet().stream()
                .filter(role -> s.now().is(role.getKey()))
                .map(Map.Entry::getValue)
                .max(Long::compare);
        if (limit.isEmpty()) {
            throw new Refused.NotAllowed("Your role lets nobody off what they owe.");
        }
        if (amount > limit.get()) {
            throw new Refused.AgainstRule(
                    "waiver-limit", "Your role may let off " + limit.get() + " in minor units at most.");
        }
    }

    /** Whether it may be done: the first who asked where it took two, or the asking that is still to be approved. */
    record Approved(ApprovalAsked missing, String askedBy) {}

    static Approved approve(Approval what, long amount, String reason, Situation s) {
        if (amount <= s.ledger().asked.terms().secondPersonAbove()) {
            return new Approved(null, null);
        }
        ApprovalAsked asked = s.ledger().approvals.get(what);
        if (asked == null || asked.amount().amount() != amount) {
            return new Approved(new ApprovalAsked(s.id(), what, s.money(amount), reason, s.by(), s.at()), null);
        }
        if (asked.by().equals(s.by())) {
            throw new Refused.AgainstRule(
                    "second-person",
                    "You asked for this yourself; above the site's limit a second person approves it.");
        }
        return new Approved(null, asked.by());
    }
}
