package carequeue.adapter.outbox;

import static carequeue.adapter.outbox.OutboxBench.effect;
import static carequeue.adapter.outbox.OutboxBench.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.adapter.outbox.OutboxBench.Asked;
import carequeue.adapter.outbox.OutboxBench.Said;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.Facts;
import carequeue.api.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is to be done outside is done: once, in order per key, side by side otherwise, and never inside a transaction. */
class OutboxTest {

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
    void aPlannedEffectIsCarriedOutAndAnswered() {
        start(saying());
        var event = bench.plan(saying(), "v1", "hello");
        allDone(1);
        assertThat(bench.said()).containsExactly("hello");
        var command = bench.commands.get(0);
        assertThat(fact(command, Facts.ACTOR)).isEqualTo("integration");
        assertThat(fact(command, Facts.CHANNEL)).isEqualTo("system");
        assertThat(fact(command, Facts.CORRELATION_ID)).isEqualTo("visit-v1");
        assertThat(fact(command, Facts.CAUSATION_ID)).isEqualTo(event.getIdentifier());
        assertThat(fact(command, Facts.REPEAT_SCOPE)).isEqualTo("effect.test.say");
        assertThat(fact(command, Facts.REPEAT_KEY)).endsWith(":said");
    }

    @Test
    void planningTwiceIsHarmless() {
        var event = bench.plan(saying(), "v1", "once");
        bench.plan(saying(), event, 99, "v1");
        start(saying());
        allDone(1);
        assertThat(bench.said()).containsExactly("once");
    }

    @Test
    void whatIsRolledBackIsNeverCarriedOut() {
        start(saying());
        var event = bench.happened("v1", new Asked("never"));
        bench.transaction.executeWithoutResult(status -> {
            bench.outbox.plan(event, 1, saying(), "v1", null);
            status.setRollbackOnly();
        });
        bench.plan(saying(), "v2", "after");
        allDone(1);
        assertThat(bench.said()).containsExactly("after");
    }

    @Test
    void effectsOfOneKeyGoInTheOrderOfTheirEvents() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            bench.plan(saying(), "v1", "n" + i);
            expected.add("n" + i);
        }
        start(saying());
        start(saying());
        allDone(30);
        assertThat(bench.said()).isEqualTo(expected);
    }

    @Test
    void anEarlierEffectThatWaitsHoldsUpLaterOnesOfItsKeyOnly() {
        AtomicInteger calls = new AtomicInteger();
        Effect down = effect("test.down", (attempt, answers) -> {
            calls.incrementAndGet();
            throw new OutsideFailure.Unavailable("test", "answered 503");
        });
        bench.plan(down, "v1", "first");
        bench.plan(saying(), "v1", "second");
        bench.plan(saying(), "v2", "other");
        start(down, saying());
        await().untilAsserted(() -> assertThat(bench.states()).containsExactly("planned", "planned", "done"));
        assertThat(bench.said()).containsExactlyInAnyOrder("stuck: test answered 503", "other");
    }

    @Test
    void manyKeysGoSideBySide() {
        CyclicBarrier together = new CyclicBarrier(4);
        Effect meeting = effect("test.meet", (attempt, answers) -> {
            try {
                together.await(20, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        for (int i = 0; i < 4; i++) {
            bench.plan(meeting, "v" + i, "x");
        }
        start(meeting);
        allDone(4);
    }

    @Test
    void aRefusalForGoodFailsAndIsSaidAndTheNextGoesOn() {
        Effect refused = effect("test.refused", (attempt, answers) -> {
            throw new OutsideFailure.Rejected("test", "answered 422");
        });
        bench.plan(refused, "v1", "x");
        bench.plan(saying(), "v1", "next");
        start(refused, saying());
        await().untilAsserted(() -> assertThat(bench.states()).containsExactly("failed", "done"));
        assertThat(bench.said()).containsExactly("stuck: test answered 422", "next");
    }

    @Test
    void waitingForSomethingOfOurOwnAlarmsNobodyAndCountsNoAttempt() {
        CountDownLatch twice = new CountDownLatch(2);
        Effect waiting = effect("test.wait", (attempt, answers) -> {
            twice.countDown();
            if (twice.getCount() > 0) {
                throw new NotYet("the lookup is under way");
            }
            answers.add(Answer.of("said", new Said("attempt " + attempt.row().attempts())));
        });
        bench.plan(waiting, "v1", "x");
        start(waiting);
        allDone(1);
        assertThat(bench.said()).containsExactly("attempt 1");
    }

    @Test
    void aRefusedAnswerIsFollowedByItsSubstitute() {
        record Order(String what) {}
        bench.bus.subscribe(Order.class.getName(), command -> {
            throw new Refused.AlreadyTaken("mrn", "p2");
        });
        Effect ordering = effect("test.order", (attempt, answers) -> {
            answers.add(new Answer("order", new Order("x"), List.of(Answer.of("instead", new Said("instead")))));
            answers.add(Answer.of("rest", new Said("rest")));
        });
        bench.plan(ordering, "v1", "x");
        start(ordering);
        allDone(1);
        assertThat(bench.said()).containsExactly("instead");
    }

    @Test
    void whatSucceededBeforeAFailureIsToldAnyway() {
        Effect half = effect("test.half", (attempt, answers) -> {
            answers.add(Answer.of("half", new Said("half")));
            throw new OutsideFailure.Rejected("test", "answered 422");
        });
        bench.plan(half, "v1", "x");
        start(half);
        await().untilAsserted(() -> assertThat(bench.states()).containsExactly("failed"));
        assertThat(bench.said()).containsExactly("half", "stuck: test answered 422");
    }
}
