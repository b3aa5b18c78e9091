package carequeue.command.claim;

import static carequeue.command.claim.Office.NOON;
import static carequeue.command.claim.Office.usd;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Ids;
import carequeue.api.Money;
import carequeue.api.Refused;
import carequeue.api.claim.BalanceCommand;
import carequeue.api.claim.BalanceCommand.*;
import carequeue.api.claim.BalanceEvent.*;
import carequeue.api.payment.PaymentPolicy;
import carequeue.command.Bare;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is left to the patient: asked for once, to the cent, and what was asked too much comes to less. */
class BalanceTest {

    private static final Bare BARE = new Bare(Balance.class, Office.sites());
    private static final PaymentPolicy POLICY = PaymentPolicy.DEFAULT;

    private static NoteAsked asked(String paymentId, long amount) {
        return new NoteAsked("b", "v1", "main", "p1", paymentId, usd(amount));
    }

    private static NoteShare share(String claimId, long amount) {
        return new NoteShare("b", "v1", "main", "p1", claimId, usd(amount), POLICY);
    }

    private static <E> List<E> told(Class<E> type) {
        return BARE.told("b").stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Example
    void theDifferenceIsAskedForOnce() {
        BARE.startAgain(NOON);
        BARE.tries(asked("co-pay", 2500));
        BARE.tries(share("cl", 4000));
        BARE.tries(share("cl", 4000));
        assertThat(told(BalanceOwed.class)).hasSize(1);
        BalanceOwed owed = told(BalanceOwed.class).get(0);
        assertThat(owed.amount()).isEqualTo(usd(1500));
        assertThat(owed.asked()).isEqualTo(usd(2500));
        assertThat(owed.paymentId()).isEqualTo(Ids.derived("payment", "v1", "balance", "1"));
        assertThat(owed.terms()).isEqualTo(POLICY.terms());
        BARE.tries(asked(owed.paymentId(), 1500));
        BARE.tries(share("cl", 4000));
        assertThat(told(AskedNoted.class)).hasSize(1);
        assertThat(told(BalanceOwed.class)).hasSize(1);
    }

    @Example
    void whatWasAskedTooMuchComesToLessTheLastPaymentFirst() {
        BARE.startAgain(NOON);
        BARE.tries(asked("co-pay", 2500));
        BARE.tries(asked("deposit", 1000));
        BARE.tries(share("cl", 2000));
        BalanceOverpaid over = told(BalanceOverpaid.class).get(0);
        assertThat(over.amount()).isEqualTo(usd(1500));
        assertThat(over.less())
                .containsExactly(new Less("deposit", usd(1000), usd(0)), new Less("co-pay", usd(2500), usd(2000)));
        BARE.tries(share("cl", 2000));
        assertThat(told(BalanceOverpaid.class)).hasSize(1);
    }

    @Example
    void whatIsRightIsLeftAlone() {
        BARE.startAgain(NOON);
        BARE.tries(asked("co-pay", 2500));
        BARE.tries(share("cl", 2500));
        assertThat(BARE.told("b")).hasSize(2);
        assertThat(BARE.tries(new NoteShare("b", "v1", "main", "p1", "cl", new Money(1, "EUR"), POLICY)))
                .isInstanceOf(Refused.BadField.class);
    }

    @Example
    void aCoverageIsAwaitedOnceAndNotForEver() {
        BARE.startAgain(NOON);
        Instant until = NOON.plusSeconds(60);
        BARE.tries(new AwaitCoverage("b", "v1", "main", "p1", until));
        BARE.tries(new AwaitCoverage("b", "v1", "main", "p1", until));
        BARE.tries(new ElapseBalance("b", "nonsense"));
        BARE.tries(new ElapseBalance("b", "coverage"));
        BARE.tries(new ElapseBalance("b", "coverage"));
        assertThat(BARE.told("b"))
                .containsExactly(
                        new CoverageAwaited("b", "v1", "main", "p1", until, NOON),
                        new CoverageWaitEnded("b", "v1", NOON));
    }

    @Example
    void everyOrderIsTried() {
        Set<Class<?>> tried = Set.of(AwaitCoverage.class, NoteAsked.class, NoteShare.class, ElapseBalance.class);
        assertThat(tried).containsExactlyInAnyOrder(BalanceCommand.class.getPermittedSubclasses());
    }

    /** After every word of a payer, what was asked in all is what is owed in all. */
    @Property
    void whatIsAskedIsWhatIsOwed(@ForAll @Size(max = 30) List<@IntRange(max = 99_999) Integer> dice) {
        BARE.startAgain(NOON);
        long[] shares = new long[3];
        for (int die : dice) {
            if (die % 3 == 0) {
                BARE.tries(asked("pay" + die / 3 % 4, die / 12 % 3000));
            } else {
                int claim = die / 3 % 3;
                boolean same = told(ShareNoted.class).stream()
                                .anyMatch(s -> s.claimId().equals("cl" + claim))
                        && shares[claim] == die / 9 % 3000;
                shares[claim] = die / 9 % 3000;
                BARE.tries(share("cl" + claim, shares[claim]));
                assertThat(same ? shares : asked()).isEqualTo(same ? shares : owed(shares));
            }
        }
        Set<String> payments = new HashSet<>();
        assertThat(told(BalanceOwed.class)).allSatisfy(owed -> {
            assertThat(payments.add(owed.paymentId())).isTrue();
            assertThat(owed.amount().amount()).isPositive();
        });
    }

    private static Object owed(long[] shares) {
        return shares[0] + shares[1] + shares[2];
    }

    /** What was asked in all, by the events alone. */
    private static Object asked() {
        Map<String, Long> asked = new HashMap<>();
        for (Object event : BARE.told("b")) {
            if (event instanceof AskedNoted e) {
                asked.put(e.paymentId(), e.amount().amount());
            } else if (event instanceof BalanceOwed e) {
                asked.put(e.paymentId(), e.amount().amount());
            } else if (event instanceof BalanceOverpaid e) {
                e.less()
                        .forEach(
                                less -> asked.put(less.paymentId(), less.after().amount()));
            }
        }
        return asked.values().stream().mapToLong(Long::longValue).sum();
    }
}
