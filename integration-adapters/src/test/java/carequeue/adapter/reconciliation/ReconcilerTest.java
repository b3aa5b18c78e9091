package carequeue.adapter.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import carequeue.api.Refused;
import carequeue.api.payment.AttemptEvent.AttemptStarted;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A day of two accounts, with differences planted on both sides. */
class ReconcilerTest {

    private TwoAccounts clinic;

    @BeforeEach
    void start() throws Exception {
        clinic = new TwoAccounts();
    }

    @AfterEach
    void stop() {
        clinic.close();
    }

    @Test
    void whatBothSayIsNoDifferenceAlsoWhenMidnightLiesBetween() {
        clinic.paid("main", 2500);
        AttemptStarted north = clinic.paid("north", 1900);
        clinic.givenBack(north, "ref-1", 400);
        // The provider's day was over when we heard of it.
        AttemptStarted late = clinic.charged("main", 700);
        clinic.bench.now = clinic.bench.now.plus(Duration.ofDays(1));
        clinic.booked(late, 700);
        clinic.dayIsOver();
        clinic.reconciler.turn();
        assertThat(clinic.found()).isEmpty();
        assertThat(clinic.totals()).contains(tuple("acct_north", 1900L, 1900L, 400L, 400L, 85L));
        assertThat(clinic.totals()).contains(tuple("", 2500L, 3200L, 0L, 0L, 152L));
        clinic.bench.now = clinic.bench.now.plus(Duration.ofDays(1));
        clinic.reconciler.turn();
        assertThat(clinic.found()).isEmpty();
        assertThat(clinic.totals()).contains(tuple("", 700L, 0L, 0L, 0L, 0L));
    }

    @Test
    void eachPlantedDifferenceIsFoundOnceInTheAccountItIsIn() {
        AttemptStarted less = clinic.paid("main", 2500);
        clinic.sql("update card_charge set captured = 2400 where attempt_id = '" + less.attemptId() + "'");
        AttemptStarted unheard = clinic.charged("main", 1200);
        clinic.forgotten("north", "att-nowhere", 3300);
        AttemptStarted outside = clinic.paid("north", 2000);
        clinic.bench.control("/refunds?intent=" + clinic.intent(outside) + "&amount=150");
        AttemptStarted disputed = clinic.paid("north", 5000);
        clinic.bench.control("/intents/" + clinic.intent(disputed) + "/dispute");
        AttemptStarted held = clinic.authorised("main", 800);
        clinic.sql("update card_charge set stands = 'failed' where attempt_id = '" + held.attemptId() + "'");
        clinic.dayIsOver();
        clinic.reconciler.turn();
        clinic.reconciler.turn();
        assertThat(clinic.found())
                .containsExactlyInAnyOrder(
                        tuple("", "amount", "charge", 2400L, 2500L, less.attemptId()),
                        tuple("", "state", "charge", 0L, 1200L, unheard.attemptId()),
                        tuple("", "state", "charge", 0L, 800L, held.attemptId()),
                        tuple("acct_north", "missing-there", "charge", 3300L, null, "att-nowhere"),
                        tuple("acct_north", "missing-here", "refund", null, 150L, null),
                        tuple("acct_north", "missing-here", "dispute", null, 5000L, null));
    }

    @Test
    void laterNewsCloseADifferenceAndAPersonClosesItWithAReason() {
        AttemptStarted unheard = clinic.charged("main", 1200);
        clinic.forgotten("main", "att-nowhere", 3300);
        clinic.dayIsOver();
        clinic.reconciler.turn();
        assertThat(clinic.states()).containsOnly("open", "open");
        clinic.booked(unheard, 1200);
        clinic.bench.now = clinic.bench.now.plus(Duration.ofMinutes(61));
        clinic.reconciler.turn();
        assertThat(clinic.states()).containsExactlyInAnyOrder("gone", "open");
        String open = clinic.open();
        clinic.differences.close(open, "bill", "paid in cash, typed in twice");
        assertThatThrownBy(() -> clinic.differences.close(open, "bill", "again"))
                .isInstanceOf(Refused.WrongState.class);
        clinic.bench.now = clinic.bench.now.plus(Duration.ofMinutes(61));
        clinic.reconciler.order("main", clinic.yesterday());
        clinic.reconciler.turn();
        assertThat(clinic.states()).containsExactlyInAnyOrder("gone", "closed");
    }

    @Test
    void manyPagesAreReadAndAnOutageIsMadeUpFor() {
        for (int i = 0; i < 120; i++) {
            clinic.paid("main", 100);
        }
        clinic.dayIsOver();
        clinic.bench.faults("{\"service\": \"stripe\", \"outage\": true}");
        clinic.reconciler.turn();
        assertThat(clinic.totals()).isEmpty();
        clinic.bench.faults("{\"service\": \"stripe\"}");
        clinic.bench.now = clinic.bench.now.plus(Duration.ofMinutes(11));
        clinic.reconciler.turn();
        assertThat(clinic.found()).isEmpty();
        assertThat(clinic.totals()).contains(tuple("", 12_000L, 12_000L, 0L, 0L, 120L * 32));
    }

    @Test
    void aDayIsOrderedWhenItIsOver() {
        assertThatThrownBy(
                        () -> clinic.reconciler.order("main", clinic.yesterday().plusDays(1)))
                .isInstanceOf(Refused.AgainstRule.class);
    }
}
