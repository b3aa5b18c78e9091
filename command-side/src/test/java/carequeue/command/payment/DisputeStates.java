package carequeue.command.payment;

import static carequeue.command.payment.Desk.usd;

import carequeue.api.payment.DisputeState;
import carequeue.api.payment.PaymentCommand;
import carequeue.api.payment.PaymentCommand.ReportDispute;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.RefundEvent.DisputeLost;
import carequeue.api.payment.RefundEvent.DisputeOpened;
import carequeue.api.payment.RefundEvent.DisputeWon;
import carequeue.api.site.Sites;
import carequeue.command.StateTable;
import java.util.ArrayList;
import java.util.List;

/** A card's holder who wants the money back through the bank. */
final class DisputeStates extends StateTable<Payment, DisputeState> {

    private static final List<PaymentEvent> PAID =
            List.of(Desk.requested(), Story.started("a1", 1, 2500, false), Story.captured("a1", 2500));

    DisputeStates() {
        super(Payment.class, DisputeState.class, PaymentCommand.class, "pay");
        before(PAID);
        way(DisputeState.OPEN, disputed());
        way(DisputeState.WON, disputed(new DisputeWon("pay", "d1", NOON)));
        way(DisputeState.LOST, disputed(new DisputeLost("pay", "d1", usd(2500), NOON)));
        for (DisputeState told : DisputeState.values()) {
            row(new ReportDispute("pay", "d1", "a1", usd(2500), told, "fraudulent"), "says " + told);
        }
    }

    private static List<PaymentEvent> disputed(PaymentEvent... more) {
        List<PaymentEvent> all = new ArrayList<>(PAID);
        all.add(new DisputeOpened("pay", "d1", "a1", usd(2500), "fraudulent", NOON));
        all.addAll(List.of(more));
        return all;
    }

    @Override
    protected String name() {
        return "Payment: a dispute";
    }

    @Override
    protected String about() {
        return "A captured payment that the card's holder wants back through the bank.";
    }

    @Override
    protected DisputeState state(Payment payment) {
        Dispute dispute = payment.ledger().disputes.get("d1");
        return dispute == null ? null : dispute.state();
    }

    @Override
    protected Sites clinic() {
        return Desk.sites();
    }
}
