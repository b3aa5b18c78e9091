package carequeue.adapter.outbox;

import static carequeue.adapter.outbox.OutboxBench.effect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import carequeue.adapter.outbox.OutboxBench.Asked;
import carequeue.adapter.outbox.OutboxBench.Said;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.resilience.ServiceReturned;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Who may try what is written in the ledger, and when: one node at a time, never inside a transaction, and at once when a service is back. */
class LedgerTest {

    private final OutboxBench bench = new OutboxBench().hearing(Said.class);
    private final List<Dispatcher> running = new ArrayList<>();

    @AfterEach
    void stop() {
        running.forEach(Dispatcher::stop);
        bench.close();
    }

    private void start(Effect... effects) {
        Dispatcher node = bench.node(effects);
        running.add(node);
        node.start();
    }

    private static Effect saying() {
        return effect(
                "test.say",
                (attempt, answers) -> answers.add(
                        Answer.of("said", new Said(attempt.says(Asked.class).what()))));
    }

    private void allDone(int rows) {
        await().untilAsserted(() -> assertThat(bench.states()).hasSize(rows).containsOnly("done"));
    }

    @Test
    void anEffectLeftWhileSendingIsInDoubtUntilSomebodyAsks() {
        bench.plan(saying(), "v1", "x");
        assertThat(bench.ledger().lease(1, 4, Duration.ofSeconds(60))).hasSize(1);
        assertThat(bench.states()).containsExactly("sending");
        assertThat(bench.ledger().lease(1, 4, Duration.ofSeconds(60)))
                .as("leased by another")
                .isEmpty();
        bench.sql("update effect set leased_until = clock_timestamp() - interval '1 second'");
        List<Boolean> doubted = new CopyOnWriteArrayList<>();
        start(effect("test.say", (attempt, answers) -> doubted.add(attempt.row().inDoubt())));
        allDone(1);
        assertThat(doubted).containsExactly(true);
    }

    @Test
    void anEffectInDoubtThatCannotBeAskedStaysUnknown() {
        Effect down = effect("test.say", (attempt, answers) -> {
            throw new OutsideFailure.Unavailable("test", "answered 503");
        });
        bench.plan(down, "v1", "x");
        bench.ledger().lease(1, 4, Duration.ofSeconds(60));
        bench.sql("update effect set leased_until = clock_timestamp() - interval '1 second'");
        start(down);
        await().untilAsserted(() -> assertThat(bench.jdbc
                        .sql("select state || ' ' || coalesce(last_error, '') from effect")
                        .query(String.class)
                        .single())
                .isEqualTo("unknown test answered 503"));
    }

    @Test
    void aNodeWhoseLeaseIsOverMayNotSayWhatCameOfIt() {
        bench.plan(saying(), "v1", "x");
        Ledger frozen = bench.ledger();
        var row = frozen.lease(1, 4, Duration.ofSeconds(60)).get(0);
        bench.sql("update effect set leased_until = clock_timestamp() - interval '1 second'");
        assertThat(bench.ledger().lease(1, 4, Duration.ofSeconds(60))).hasSize(1);
        frozen.failed(row, "late");
        assertThat(bench.states()).containsExactly("sending");
    }

    @Test
    void anEffectThatFailsOnOurSideIsTriedAgain() {
        AtomicInteger calls = new AtomicInteger();
        Effect buggy = effect("test.buggy", (attempt, answers) -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("ours");
            }
        });
        bench.plan(buggy, "v1", "x");
        start(buggy);
        await().until(() -> calls.get() == 1);
        allDone(1);
        assertThat(calls).hasValue(2);
    }

    @Test
    void theLedgerTakesNoUnknownState() {
        bench.plan(saying(), "v1", "x");
        assertThatThrownBy(() -> bench.sql("update effect set state = 'lost'"))
                .hasMessageContaining("effect_state_check");
    }

    @Test
    void aServiceThatReturnsWakesWhatWaitsForIt() {
        AtomicInteger calls = new AtomicInteger();
        Effect flaky = effect("test.flaky", (attempt, answers) -> {
            if (calls.incrementAndGet() == 1) {
                throw new OutsideFailure.Unavailable("test", "does not answer");
            }
            answers.add(Answer.of("said", new Said("back")));
        });
        bench.plan(flaky, "v1", "x");
        start(flaky);
        await().untilAsserted(() -> assertThat(bench.said()).hasSize(1));
        bench.sql("update effect set next_attempt_at = clock_timestamp() + interval '5 minutes'");
        bench.outbox.on(new ServiceReturned("other"));
        assertThat(bench.states()).containsExactly("planned");
        bench.outbox.on(new ServiceReturned("test"));
        allDone(1);
        assertThat(bench.said()).containsExactly("stuck: test does not answer", "back");
    }

    @Test
    void noTransactionIsOpenDuringTheCall() {
        List<Boolean> open = new CopyOnWriteArrayList<>();
        Effect looking = effect(
                "test.say",
                (attempt, answers) -> open.add(TransactionSynchronizationManager.isActualTransactionActive()));
        start(looking);
        bench.plan(looking, "v1", "x");
        allDone(1);
        assertThat(open).containsExactly(false);
    }
}
