package carequeue.command.payment;

import static carequeue.command.payment.Desk.as;
import static carequeue.command.payment.Desk.usd;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Refused;
import carequeue.api.payment.AttemptEvent;
import carequeue.api.payment.AttemptEvent.AttemptCaptured;
import carequeue.api.payment.AttemptEvent.AttemptStarted;
import carequeue.api.payment.AttemptEvent.CaptureRequested;
import carequeue.api.payment.AttemptEvent.CashReturned;
import carequeue.api.payment.AttemptEvent.CashTaken;
import carequeue.api.payment.AttemptState;
import carequeue.api.payment.DisputeState;
import carequeue.api.payment.FailureKind;
import carequeue.api.payment.OwedEvent.PaymentVoided;
import carequeue.api.payment.PaymentCommand.*;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.RefundEvent.DisputeLost;
import carequeue.api.payment.RefundEvent.RefundDone;
import carequeue.api.payment.RefundEvent.RefundFailed;
import carequeue.api.payment.RefundState;
import carequeue.command.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.axonframework.messaging.MetaData;

/**
 * The laws of money for random histories: what was taken less what went back is never below nothing, and what the payment says it holds is to the
 * cent what its events say that moved.
 */
class PaymentLawsTest {

    private static final MetaData[] PEOPLE = {
        as("fran", "front-desk"), as("mia", "manager"), as("max", "manager"), as("bill", "billing"), as("s", "system")
    };

    private Ledger ledger;
    private List<PaymentEvent> history;

    @Property
    void hold(@ForAll @Size(max = 50) List<@IntRange(max = 999_999) Integer> dice) {
        play(dice);
    }

    void play(List<Integer> dice) {
        ledger = new Ledger();
        history = new ArrayList<>();
        happens(Desk.requested());
        dice.forEach(this::order);
    }

    private void happens(PaymentEvent event) {
        history.add(event);
        Fold.into(ledger, event);
    }

    private void order(int die) {
        Situation s = new Situation(
                ledger,
                Moment.of(PEOPLE[die / 20 % 5], Desk.CLOCK),
                Desk.sites().get("main"));
        Optional<String> open = ledger.unresolved().map(a -> a.id);
        int known = history.size();
        try {
            List<PaymentEvent> events = decision(die).apply(s);
            events.forEach(this::happens);
            for (Optional<PaymentEvent> next = Consequences.next(s);
                    !events.isEmpty() && next.isPresent();
                    next = Consequences.next(s)) {
                happens(next.get());
            }
        } catch (Refused refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
        boolean second = history.subList(known, history.size()).stream()
                .anyMatch(e -> charges(e)
                        && open.filter(id -> !id.equals(((AttemptEvent) e).attemptId()))
                                .isPresent());
        assertThat(second).as("a second charge beside an unresolved one").isFalse();
        lawsHold();
    }

    private static boolean charges(PaymentEvent e) {
        return e instanceof AttemptStarted || e instanceof CashTaken || e instanceof CaptureRequested;
    }

    private Function<Situation, List<PaymentEvent>> decision(int die) {
        long amount = 1 + die / 100 % 3000;
        Long part = die % 3 == 0 ? null : amount;
        String attempt = attempt(die / 100);
        AttemptState state = AttemptState.values()[1 + die / 700 % 7];
        String refund = ledger.refunds.isEmpty()
                ? "outside"
                : new ArrayList<>(ledger.refunds.keySet()).get(die / 40 % ledger.refunds.size());
        RefundState back = RefundState.values()[1 + die / 300 % 3];
        DisputeState dispute = DisputeState.values()[die / 300 % 3];
        return switch (die % 20) {
            case 0 -> s -> Collecting.collect(Desk.cash(part, null), s);
            case 1, 2 -> s -> Collecting.collect(Desk.card(part), s);
            case 3 -> Collecting::retry;
            case 4 -> s -> Collecting.cancel(new CancelAttempt("pay", attempt, "x"), s);
            case 5 -> s -> LettingOff.waive(new WaivePayment("pay", part, "x"), s);
            case 6 -> s -> LettingOff.writeOff(new WriteOffPayment("pay", "x"), s);
            case 7 -> s -> die % 7 == 0 ? Voiding.of(new VoidPayment("pay", "x", "till-1"), s) : Asking.hold(s);
            case 8, 9 -> s -> Refunding.of(new RefundPayment("pay", part, "x", false, "till-1"), s);
            case 10 -> s -> Asking.revise(new ReviseAmount("pay", usd(amount), Desk.BASIS, "x"), s);
            case 11, 12 ->
                s -> MoneyBack.refund(new ReportRefund("pay", refund, attempt, usd(amount), back, "re", "x"), s);
            case 13 ->
                s -> MoneyBack.dispute(new ReportDispute("pay", "d" + die % 2, attempt, usd(amount), dispute, "x"), s);
            case 14 -> s -> Asking.postpone(new PostponePayment("pay", "x"), s);
            default ->
                s -> Hearing.of(
                        new ReportAttempt("pay", attempt, state, "pi", usd(amount), FailureKind.TRY_AGAIN, "x", null),
                        s);
        };
    }

    private String attempt(int die) {
        List<String> ids = new ArrayList<>(ledger.attempts.keySet());
        return ids.isEmpty() ? "none" : ids.get(die % ids.size());
    }

    private void lawsHold() {
        assertThat(ledger.captured()).as("captured").isEqualTo(moved());
        assertThat(ledger.refunded()).as("refunded").isEqualTo(gone());
        assertThat(ledger.lost())
                .as("lost")
                .isEqualTo(sum(DisputeLost.class, e -> e.amount().amount()));
        assertThat(ledger.captured() - ledger.goingBack() - ledger.lost())
                .as("captured less what goes back")
                .isNotNegative();
        assertThat(ledger.rest()).as("the rest").isBetween(0L, Math.max(0, ledger.owed));
        assertThat(ledger.unproposed()).as("overpaid in silence").isLessThanOrEqualTo(0);
        if (history.get(history.size() - 1) instanceof PaymentVoided) {
            assertThat(ledger.captured()).as("voided").isZero();
        }
    }

    private long moved() {
        return sum(AttemptCaptured.class, e -> e.amount().amount())
                + sum(CashTaken.class, e -> e.amount().amount())
                - sum(CashReturned.class, e -> e.amount().amount());
    }

    private long gone() {
        long done = 0;
        List<String> counted = new ArrayList<>();
        for (PaymentEvent event : history) {
            if (event instanceof RefundDone e) {
                done += e.amount().amount();
                counted.add(e.refundId());
            } else if (event instanceof RefundFailed e && counted.remove(e.refundId())) {
                done -= ledger.refunds.get(e.refundId()).amount();
            }
        }
        return done;
    }

    private <E> long sum(Class<E> type, ToLongFunction<E> amount) {
        return history.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .mapToLong(amount)
                .sum();
    }
}
