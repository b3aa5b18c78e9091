package carequeue.command.payment;

import static carequeue.command.payment.Desk.usd;

import carequeue.api.payment.AttemptEvent.ActionRequired;
import carequeue.api.payment.AttemptEvent.AttemptCancelled;
import carequeue.api.payment.AttemptEvent.AttemptProcessing;
import carequeue.api.payment.AttemptEvent.AttemptUnclear;
import carequeue.api.payment.AttemptState;
import carequeue.api.payment.FailureKind;
import carequeue.api.payment.PaymentCommand;
import carequeue.api.payment.PaymentCommand.ReportAttempt;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.site.Sites;
import carequeue.command.StateTable;
import java.util.List;

/** One attempt at a payment by card, to be captured by an order of its own. */
final class AttemptStates extends StateTable<Payment, AttemptState> {

    AttemptStates() {
        super(Payment.class, AttemptState.class, PaymentCommand.class, "pay");
        before(List.of(Desk.requested()));
        way(AttemptState.STARTED, List.of(Desk.requested(), Story.started("a1", 1, 2500, true)));
        after(AttemptState.UNKNOWN, new AttemptUnclear("pay", "a1", "pi_1", NOON));
        after(
                AttemptState.REQUIRES_ACTION,
                new ActionRequired("pay", "a1", PaymentMethod.TERMINAL, "pi_1", null, NOON));
        after(AttemptState.PROCESSING, new AttemptProcessing("pay", "a1", "pi_1", NOON));
        after(AttemptState.AUTHORISED, Story.authorised("a1", true));
        after(AttemptState.CAPTURED, Story.captured("a1", 2500));
        after(AttemptState.FAILED, Story.failed("a1"));
        after(AttemptState.CANCELLED, new AttemptCancelled("pay", "a1", "pi_1", NOON));
        for (AttemptState told : AttemptState.values()) {
            row(
                    new ReportAttempt("pay", "a1", told, "pi_1", usd(2500), FailureKind.TRY_AGAIN, "x", null),
                    "says " + told);
        }
    }

    private void after(AttemptState state, PaymentEvent last) {
        way(state, List.of(Desk.requested(), Story.started("a1", 1, 2500, true), last));
    }

    @Override
    protected String name() {
        return "Payment: an attempt";
    }

    @Override
    protected String about() {
        return "One attempt by card, authorised first and captured by an order of its own; the rows are what the provider says, in any order and as often as it likes.";
    }

    @Override
    protected AttemptState state(Payment payment) {
        return payment.ledger().attempt("a1").map(a -> a.state).orElse(null);
    }

    @Override
    protected Sites clinic() {
        return Desk.sites();
    }
}
