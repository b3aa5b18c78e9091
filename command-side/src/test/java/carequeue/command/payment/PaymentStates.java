package carequeue.command.payment;

import carequeue.api.payment.PaymentCommand;
import carequeue.api.payment.PaymentCommand.*;
import carequeue.api.payment.PaymentState;
import carequeue.api.site.Sites;
import carequeue.command.StateTable;

/** A payment of 25 dollars; where the desk could void what was paid, it is cash of this day. */
final class PaymentStates extends StateTable<Payment, PaymentState> {

    PaymentStates() {
        super(Payment.class, PaymentState.class, PaymentCommand.class, "pay");
        for (PaymentState state : PaymentState.values()) {
            way(state, Story.of(state));
        }
        row(Desk.request(2500));
        collect();
        row(new PostponePayment("pay", "later"));
        row(new HoldPayment("pay"));
        row(new WaivePayment("pay", null, "hardship"), "all of it, above what one person may");
        row(new WaivePayment("pay", 400L, "hardship"), "a part");
        row(new WriteOffPayment("pay", "moved away"), "above what one person may");
        row(new VoidPayment("pay", "wrong patient", "till-1"));
        row(new RefundPayment("pay", 100L, "wrong", false, "till-1"), "of a part");
        row(new RefundPayment("pay", 9900L, "wrong", false, "till-1"), "of more than was taken");
        row(new ProposeRefund("pay", 100L, "late answer"));
        row(new ReviseAmount("pay", Desk.usd(3000), Desk.BASIS, "late answer"), "to more");
        row(new ReviseAmount("pay", Desk.usd(1000), Desk.BASIS, "late answer"), "to less");
        row(new EndPaymentPatience("pay", "card-1"));
        row(new AssignPayment("pay", "p2", "two records of one person"));
    }

    private void collect() {
        row(Desk.card(null), "by card");
        row(Desk.cash(null, null), "in cash");
        row(Desk.cash(400L, null), "a part, in cash");
        row(new RetryPayment("pay"));
        row(new CapturePayment("pay", null));
        row(new CancelAttempt("pay", "a1", "wrong reader"));
        row(new CheckAttempt("pay", "a1"));
    }

    @Override
    protected String name() {
        return "Payment";
    }

    @Override
    protected String about() {
        return "An amount of 25 dollars that is owed. What the provider says of its attempts, refunds and disputes is in the tables of these.";
    }

    @Override
    protected PaymentState state(Payment payment) {
        return Standing.of(payment.ledger());
    }

    @Override
    protected Sites clinic() {
        return Desk.sites();
    }
}
