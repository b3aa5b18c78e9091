package carequeue.command.payment;

import static carequeue.api.payment.AttemptState.*;
import static carequeue.command.payment.Desk.usd;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.payment.AttemptEvent.AttemptStarted;
import carequeue.api.payment.AttemptState;
import carequeue.api.payment.FailureKind;
import carequeue.api.payment.PaymentCommand.ReportAttempt;
import carequeue.api.payment.PaymentEvent;
import carequeue.command.Moment;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The provider's news, permuted: late, twice, out of order; money always counts, and counts once. */
class NewsTest {

    private static final List<AttemptState> TOLD =
            List.of(REQUIRES_ACTION, PROCESSING, UNKNOWN, AUTHORISED, CAPTURED, FAILED, CANCELLED);

    private final Ledger ledger = new Ledger();

    private void begin(AttemptStarted started) {
        Fold.into(ledger, Desk.requested());
        Fold.into(ledger, started);
    }

    private List<PaymentEvent> tell(AttemptState state) {
        Situation s = new Situation(
                ledger,
                Moment.of(MetaData.emptyInstance(), Desk.CLOCK),
                Desk.sites().get("main"));
        List<PaymentEvent> events = Hearing.of(
                new ReportAttempt("pay", "a1", state, "pi_1", usd(2500), FailureKind.TRY_AGAIN, "x", null), s);
        events.forEach(e -> Fold.into(ledger, e));
        return events;
    }

    private static void permutations(List<AttemptState> left, List<AttemptState> chosen, List<List<AttemptState>> all) {
        if (left.isEmpty()) {
            all.add(List.copyOf(chosen));
        }
        for (int i = 0; i < left.size(); i++) {
            List<AttemptState> rest = new ArrayList<>(left);
            chosen.add(rest.remove(i));
            permutations(rest, chosen, all);
            chosen.remove(chosen.size() - 1);
        }
    }

    @Test
    void inEveryOrderMoneyIsCountedOnceAndNothingUndoesIt() {
        List<List<AttemptState>> orders = new ArrayList<>();
        permutations(new ArrayList<>(TOLD), new ArrayList<>(), orders);
        assertThat(orders).hasSize(5040);
        for (List<AttemptState> order : orders) {
            NewsTest one = new NewsTest();
            one.begin(Story.started("a1", 1, 2500, true));
            order.forEach(one::tell);
            order.forEach(one::tell);
            assertThat(one.ledger.captured()).as("%s", order).isEqualTo(2500);
            assertThat(one.ledger.unresolved()).as("%s", order).isEmpty();
        }
    }

    @Test
    void withoutACaptureTheLastWordIsTheEnd() {
        for (List<AttemptState> some : List.of(
                List.of(REQUIRES_ACTION, PROCESSING, FAILED),
                List.of(PROCESSING, REQUIRES_ACTION, FAILED),
                List.of(FAILED, PROCESSING, REQUIRES_ACTION, UNKNOWN),
                List.of(AUTHORISED, FAILED, CANCELLED, AUTHORISED))) {
            NewsTest one = new NewsTest();
            one.begin(Story.started("a1", 1, 2500, true));
            some.forEach(one::tell);
            assertThat(one.ledger.unresolved()).as("%s", some).isEmpty();
            assertThat(one.ledger.authorised() + one.ledger.captured())
                    .as("%s", some)
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(AttemptState.class)
    void theSameNewsAgainIsNone(AttemptState state) {
        begin(Story.started("a1", 1, 2500, true));
        tell(state);
        assertThat(tell(state)).isEmpty();
    }

    @Test
    void cashKnowsNoProvider() {
        Fold.into(ledger, Desk.requested());
        Fold.into(ledger, Story.cash("a1", 1, 2500));
        Set<AttemptState> news = EnumSet.allOf(AttemptState.class);
        news.forEach(state -> assertThat(tell(state)).isEmpty());
        assertThat(ledger.captured()).isEqualTo(2500);
    }
}
