package carequeue.command.payment;

import static carequeue.command.payment.Desk.as;
import static carequeue.command.payment.Desk.usd;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Refused;
import carequeue.api.payment.AttemptEvent.CashReturned;
import carequeue.api.payment.AttemptEvent.CashTaken;
import carequeue.api.payment.AttemptState;
import carequeue.api.payment.FailureKind;
import carequeue.api.payment.PaymentCommand;
import carequeue.api.payment.PaymentCommand.*;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.payment.PaymentState;
import carequeue.api.payment.RefundEvent.RefundDone;
import carequeue.command.Bare;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Random orders to a payment beside a provider that keeps its own books: whatever was said late, twice, out of order or never, in the end both have
 * the same money, and at no time did two charges run.
 */
class PaymentModelTest {

    private static final Bare BARE = new Bare(Payment.class, Desk.sites());

    private Provider provider;
    private int heard;

    @Property
    void aPaymentHasTheMoneyThatItsProviderHas(@ForAll @Size(max = 50) List<@IntRange(max = 999_999) Integer> dice) {
        BARE.startAgain(Desk.NOON);
        provider = new Provider();
        heard = 0;
        tell(Desk.request(2500));
        dice.forEach(this::step);
        provider.ends();
        settle();
        booksAgree();
    }

    private void step(int die) {
        switch (die % 10) {
            case 0, 1, 2 -> provider.moves(die / 10);
            case 3, 4, 5 -> {
                if (!provider.said.isEmpty()) {
                    tell(provider.said.get(die / 10 % provider.said.size()));
                }
            }
            default -> asTheTableSays(order(die / 10));
        }
    }

    private PaymentCommand order(int die) {
        long amount = 1 + die / 20 % 3000;
        Long part = die % 3 == 0 ? null : amount;
        String attempt = provider.charges.isEmpty()
                ? "none"
                : List.copyOf(provider.charges.keySet()).get(die / 20 % provider.charges.size());
        return switch (die % 16) {
            case 0, 1 -> Desk.card(part);
            case 2 -> new CollectPayment("pay", PaymentMethod.SAVED_CARD, part, true, null, null, null, "pm_1");
            case 3 -> Desk.cash(part, null);
            case 4 -> new RetryPayment("pay");
            case 5 -> new CapturePayment("pay", part);
            case 6 -> new CancelAttempt("pay", attempt, "x");
            case 7 -> new PostponePayment("pay", "x");
            case 8 -> new HoldPayment("pay");
            case 9 -> new WaivePayment("pay", amount % 400 + 1, "x");
            case 10 -> new VoidPayment("pay", "x", "till-1");
            case 11, 12 -> new RefundPayment("pay", amount % 900 + 1, "x", false, "till-1");
            case 13 -> new ReviseAmount("pay", usd(amount), Desk.BASIS, "x");
            case 14 ->
                new ReportAttempt("pay", attempt, AttemptState.UNKNOWN, null, null, FailureKind.TRY_AGAIN, null, null);
            default -> new CheckAttempt("pay", attempt);
        };
    }

    /** An order is carried out only in a state that allows it; one that is refused for its state names it. */
    private void asTheTableSays(PaymentCommand order) {
        PaymentState found = ask(p -> Standing.of(p.ledger()));
        Object answer = tell(order);
        boolean inTable = PaymentSteps.MACHINE.orders().contains(order.getClass());
        if (answer instanceof Refused.WrongState wrong) {
            assertThat(wrong.state()).isEqualTo(found.toString());
        } else if (inTable && !(answer instanceof Refused)) {
            assertThat(PaymentSteps.MACHINE.allows(order.getClass(), found))
                    .as("%s when %s", order, found)
                    .isTrue();
        }
    }

    /** Tells the payment something, and the provider what comes of it. */
    private Object tell(PaymentCommand order) {
        Object answer = BARE.tries(order, as("mia", "manager"));
        List<Object> told = BARE.told("pay");
        List<Object> fresh = List.copyOf(told.subList(heard, told.size()));
        heard = told.size();
        fresh.forEach(provider::hears);
        assertThat(PaymentModelTest.<Long>ask(p -> p.ledger().unproposed()))
                .as("overpaid in silence")
                .isLessThanOrEqualTo(0);
        return answer;
    }

    private static <R> R ask(Function<Payment, R> asked) {
        return BARE.now(Payment.class, "pay", asked);
    }

    /** Everything is told as it is, until nothing follows from it any more. */
    private void settle() {
        int before;
        do {
            before = heard;
            provider.truth().forEach(this::tell);
        } while (heard > before);
    }

    private void booksAgree() {
        Ledger ledger = ask(Payment::ledger);
        long cash = sum(CashTaken.class, e -> e.amount().amount())
                - sum(CashReturned.class, e -> e.amount().amount());
        long cashBack =
                sum(RefundDone.class, e -> e.tillId() == null ? 0 : e.amount().amount());
        assertThat(ledger.captured()).as("captured").isEqualTo(provider.taken() + cash);
        assertThat(ledger.refunded()).as("refunded").isEqualTo(provider.back(null, false) + cashBack);
        assertThat(ledger.unresolved()).as("still asked about").isEmpty();
        assertThat(provider.charges.values())
                .allSatisfy(c -> assertThat(ledger.attempt(c.asked.attemptId()).orElseThrow().state)
                        .isEqualTo(c.state));
    }

    private static <E> long sum(Class<E> type, ToLongFunction<E> amount) {
        return BARE.told("pay").stream()
                .filter(type::isInstance)
                .map(type::cast)
                .mapToLong(amount)
                .sum();
    }
}
