package carequeue.command.payment;

import carequeue.api.Money;
import carequeue.api.Refused;
import carequeue.api.payment.OwedEvent.*;
import carequeue.api.payment.PaymentCommand.*;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.PaymentState;
import carequeue.api.payment.Share;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is owed: asked, revised, held or put off. */
final class Asking {

    /** Nothing is left to collect: what is owed beyond has to be asked for on its own. */
    private static final Set<PaymentState> COLLECTED = EnumSet.of(
            PaymentState.CAPTURED,
            PaymentState.REFUNDING,
            PaymentState.PART_REFUNDED,
            PaymentState.WAIVED,
            PaymentState.WRITTEN_OFF);

    private Asking() {}

    static PaymentRequested request(RequestPayment c, Situation s) {
        isMoney(c.amount());
        if (!c.shares().isEmpty() && Share.sum(c.shares()) != c.amount().amount()) {
            throw new Refused.BadField("/shares", "do not add up to the amount");
        }
        if (c.shares().stream().anyMatch(share -> share.amount() <= 0)) {
            throw new Refused.BadField("/shares", "are each more than nothing");
        }
        return new PaymentRequested(
                c.paymentId(),
                c.siteId(),
                c.businessDay(),
                c.visitId(),
                c.appointmentId(),
                c.patientId(),
                c.purpose(),
                c.amount(),
                c.shares(),
                c.basis(),
                c.terms(),
                c.queueId(),
                c.entryId(),
                s.by(),
                s.at());
    }

    static void isMoney(Money amount) {
        Situation.positive(amount.amount());
        isCurrency(amount);
    }

    static void isCurrency(Money amount) {
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(c -> c.getCurrencyCode().equals(amount.currency()))) {
            throw new Refused.BadField("/amount/currency", "is not a currency of ISO 4217");
        }
    }

    static List<PaymentEvent> revise(ReviseAmount c, Situation s) {
        s.must(ReviseAmount.class);
        long amount = Situation.positive(s.same(c.amount()));
        Ledger l = s.ledger();
        long difference = amount - l.owed - l.more;
        if (difference == 0) {
            return List.of();
        } else if (difference > 0 && COLLECTED.contains(Standing.of(l))) {
            return List.of(new MoreOwed(s.id(), s.money(difference), c.basis(), c.reason(), s.at()));
        } else if (l.more > 0) {
            throw new Refused.AgainstRule(
                    "asked-on-its-own", "A difference was asked for by a payment of its own; revise that one.");
        }
        long rest = Math.max(0, amount - l.waived - l.writtenOff - l.captured() - l.authorised());
        return List.of(new AmountRevised(
                s.id(), s.money(l.owed), s.money(amount), s.money(rest), c.basis(), c.reason(), s.at()));
    }

    static List<PaymentEvent> hold(Situation s) {
        s.must(HoldPayment.class);
        return s.ledger().held ? List.of() : List.of(new PaymentHeld(s.id(), s.at()));
    }

    static List<PaymentEvent> postpone(PostponePayment c, Situation s) {
        s.must(PostponePayment.class);
        if (s.ledger().postponed) {
            return List.of();
        }
        PaymentPostponed postponed =
                new PaymentPostponed(s.id(), s.ledger().asked.visitId(), c.reason(), s.at());
        boolean callOff = PaymentSteps.MACHINE.allows(CancelAttempt.class, Standing.of(s.ledger()))
                && s.ledger().unresolved().filter(a -> !a.cancelling).isPresent();
        return callOff
                ? List.of(
                        postponed, Collecting.cancelled(s.ledger().unresolved().get(), c.reason(), s))
                : List.of(postponed);
    }

    static List<PaymentEvent> assign(AssignPayment c, Situation s) {
        String before = s.ledger().patientId;
        return c.patientId().equals(before)
                ? List.of()
                : List.of(new PaymentAssigned(s.id(), c.patientId(), before, c.reason(), s.at()));
    }

    static List<PaymentEvent> patience(EndPaymentPatience c, Situation s) {
        return s.ledger().ended.contains(c.step())
                ? List.of()
                : List.of(new PaymentPatienceEnded(s.id(), c.step(), s.at()));
    }
}
