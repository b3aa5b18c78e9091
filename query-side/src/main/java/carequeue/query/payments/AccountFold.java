package carequeue.query.payments;

import carequeue.api.payment.AttemptEvent;
import carequeue.api.payment.OwedEvent;
import carequeue.api.payment.OwedEvent.AmountRevised;
import carequeue.api.payment.OwedEvent.Approval;
import carequeue.api.payment.OwedEvent.ApprovalAsked;
import carequeue.api.payment.OwedEvent.PaymentAssigned;
import carequeue.api.payment.OwedEvent.PaymentHeld;
import carequeue.api.payment.OwedEvent.PaymentPostponed;
import carequeue.api.payment.OwedEvent.PaymentRequested;
import carequeue.api.payment.OwedEvent.PaymentVoided;
import carequeue.api.payment.OwedEvent.PaymentWaived;
import carequeue.api.payment.OwedEvent.PaymentWrittenOff;
import carequeue.api.payment.OwedEvent.VoidRequested;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.RefundEvent;
import carequeue.api.payment.RefundEvent.RefundRequested;
import java.util.ArrayList;
import java.util.List;

/** The fold of a payment: the account before an event gives the account after it. */
final class AccountFold {

    private AccountFold() {}

    /** The account after an event; {@code before} is null where nothing was asked for yet. */
    static Account on(Account before, PaymentEvent event) {
        if (event instanceof PaymentRequested e) {
            return before == null ? asked(e) : before;
        } else if (before == null) {
            return null;
        } else if (event instanceof AttemptEvent e) {
            return AttemptFold.on(before, e);
        } else if (event instanceof RefundEvent e) {
            Account decided = e instanceof RefundRequested
                    ? before.with(before.owed().wished(without(before.owed(), Approval.REFUND)))
                    : before;
            return RefundFold.on(decided, e);
        }
        return event instanceof PaymentAssigned e
                ? before.ofPatient(e.patientId())
                : before.with(owed(before.owed(), (OwedEvent) event));
    }

    private static Account asked(PaymentRequested e) {
        Account.Asked asked = new Account.Asked(
                e.paymentId(),
                e.siteId(),
                e.businessDay(),
                e.visitId(),
                e.appointmentId(),
                e.patientId(),
                e.purpose(),
                e.amount().currency(),
                e.shares() == null ? List.of() : e.shares(),
                e.basis(),
                e.by(),
                e.at());
        Owed owed = new Owed(e.amount().amount(), 0, 0, Owed.Marks.NONE, List.of());
        return new Account(asked, owed, List.of(), List.of(), List.of());
    }

    private static Owed owed(Owed owed, OwedEvent event) {
        if (event instanceof AmountRevised e) {
            return owed.amount(e.amount().amount());
        } else if (event instanceof PaymentHeld) {
            return owed.marked(owed.marks().kept(true));
        } else if (event instanceof PaymentPostponed) {
            return owed.marked(owed.marks().kept(false));
        } else if (event instanceof ApprovalAsked e) {
            List<Owed.Wish> wishes = without(owed, e.what());
            wishes.add(new Owed.Wish(e.what(), e.amount().amount(), e.reason(), e.by(), e.at()));
            return owed.wished(wishes);
        } else if (event instanceof PaymentWaived e) {
            return owed.waive(e.amount().amount()).wished(without(owed, Approval.WAIVER));
        } else if (event instanceof PaymentWrittenOff e) {
            return owed.writeOff(e.amount().amount()).wished(without(owed, Approval.WRITE_OFF));
        } else if (event instanceof VoidRequested) {
            return owed.marked(owed.marks().beingVoided());
        }
        return event instanceof PaymentVoided ? owed.marked(owed.marks().nowVoid()) : owed;
    }

    private static List<Owed.Wish> without(Owed owed, Approval what) {
        List<Owed.Wish> others = new ArrayList<>(owed.approvals());
        others.removeIf(wish -> wish.what() == what);
        return others;
    }
}
