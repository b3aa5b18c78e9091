package carequeue.adapter.outbox;

import static carequeue.adapter.outbox.OutboxBench.effect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.adapter.outbox.OutboxBench.Asked;
import carequeue.adapter.outbox.OutboxBench.Said;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service that hangs, or an effect that can never succeed, delays nobody but those it concerns. */
class IsolationTest {

    private static final OutboxSettings THREE_OF_EIGHT = new OutboxSettings(
            8,
            3,
            Duration.ofMillis(50),
            Duration.ofSeconds(60),
            Duration.ofDays(7),
            3,
            Duration.ofMillis(10),
            Duration.ofMillis(20),
            0);

    private final OutboxBench bench = new OutboxBench().hearing(Said.class);
    private final CountDownLatch answered = new CountDownLatch(1);
    private final AtomicInteger hanging = new AtomicInteger();
    private Dispatcher node;

    @AfterEach
    void stop() {
        answered.countDown();
        node.stop();
        bench.close();
    }

    private void start(Effect... effects) {
        Ledger ledger = bench.ledger();
        node = new Dispatcher(ledger, bench.carrier(ledger, THREE_OF_EIGHT, effects), bench.signal, THREE_OF_EIGHT);
        node.start();
    }

    private Effect slow() {
        return effect("payer", "payer.ask", (attempt, answers) -> {
            hanging.incrementAndGet();
            try {
                answered.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static Effect saying(String service) {
        return effect(
                service,
                service + ".say",
                (attempt, answers) -> answers.add(
                        Answer.of("said", new Said(attempt.says(Asked.class).what()))));
    }

    @Test
    void aServiceThatHangsHoldsNoMoreThanItsShareAndTheOthersGoOn() {
        Effect slow = slow();
        Effect quick = saying("sms");
        for (int i = 0; i < 20; i++) {
            bench.plan(slow, "check" + i, "x");
        }
        start(slow, quick);
        await().until(() -> hanging.get() == 3);
        for (int i = 0; i < 20; i++) {
            bench.plan(quick, "patient" + i, "you are next");
        }
        await().untilAsserted(() -> assertThat(bench.said()).hasSize(20));
        assertThat(hanging).as("of the slow one under way").hasValue(3);
        answered.countDown();
        await().untilAsserted(() -> assertThat(bench.states()).hasSize(40).containsOnly("done"));
    }

    @Test
    void whatFailsOnOurSideForeverIsLeftToStaffAndWhatComesAfterGoesOn() {
        AtomicInteger tries = new AtomicInteger();
        Effect poisoned = effect("ehr", "ehr.poisoned", (attempt, answers) -> {
            tries.incrementAndGet();
            throw new IllegalStateException("a fault of ours");
        });
        Effect good = saying("ehr");
        bench.plan(poisoned, "v1", "x");
        bench.plan(good, "v1", "the next step of the same visit");
        bench.plan(good, "v2", "another visit");
        start(poisoned, good);
        await().untilAsserted(() -> assertThat(bench.states()).containsExactly("dead", "done", "done"));
        assertThat(tries).hasValue(3);
        assertThat(bench.said()).containsExactly("another visit", "the next step of the same visit");
        assertThat(bench.ledgerSays().get(0)).endsWith("dead: our side: IllegalStateException");
    }

    @Test
    void anEffectWhoseEventCannotBeReadIsLeftToStaffToo() {
        Effect good = saying("ehr");
        bench.plan(good, bench.happened("v1", new Asked("x")), bench.nextPosition(), "v1");
        bench.sql("update effect set sequence = 99");
        bench.plan(good, "v2", "another visit");
        start(good);
        await().untilAsserted(() -> assertThat(bench.states()).containsExactly("dead", "done"));
        assertThat(bench.said()).containsExactly("another visit");
    }
}
