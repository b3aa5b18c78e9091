package carequeue.command.payment;

import static carequeue.command.payment.Desk.usd;

import carequeue.api.payment.PaymentCommand;
import carequeue.api.payment.PaymentCommand.ReportRefund;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.RefundEvent.RefundFailed;
import carequeue.api.payment.RefundEvent.RefundPending;
import carequeue.api.payment.RefundState;
import carequeue.api.site.Sites;
import carequeue.command.StateTable;
import java.util.ArrayList;
import java.util.List;

/** Five dollars of a card's payment on their way back. */
final class RefundStates extends StateTable<Payment, RefundState> {

    private static final List<PaymentEvent> PAID =
            List.of(Desk.requested(), Story.started("a1", 1, 2500, false), Story.captured("a1", 2500));

    RefundStates() {
        super(Payment.class, RefundState.class, PaymentCommand.class, "pay");
        before(PAID);
        way(RefundState.REQUESTED, back());
        way(RefundState.PENDING, back(new RefundPending("pay", "r1", "re_1", NOON)));
        way(RefundState.DONE, back(Story.refunded("r1", 500)));
        way(RefundState.FAILED, back(new RefundFailed("pay", "r1", "re_1", "expired_card", NOON)));
        for (RefundState told : RefundState.values()) {
            row(new ReportRefund("pay", "r1", "a1", usd(500), told, "re_1", "x"), "says " + told);
        }
    }

    private static List<PaymentEvent> back(PaymentEvent... more) {
        List<PaymentEvent> all = new ArrayList<>(PAID);
        all.add(Story.refund("r1", "a1", 500));
        all.addAll(List.of(more));
        return all;
    }

    @Override
    protected String name() {
        return "Payment: a refund";
    }

    @Override
    protected String about() {
        return "A part of a captured payment that goes back to the card; `RefundPayment` (in the table of the payment) begins it, or the provider by itself (none).";
    }

    @Override
    protected RefundState state(Payment payment) {
        Refund refund = payment.ledger().refunds.get("r1");
        return refund == null ? null : refund.state();
    }

    @Override
    protected Sites clinic() {
        return Desk.sites();
    }
}
