package carequeue.adapter.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.adapter.outbox.Answer;
import carequeue.adapter.outbox.OutboxBench.Said;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.resilience.ServiceReturned;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What comes in is taken in once, in order per thing, whoever stops and whatever is poisoned. */
class InboundTest {

    private final InboundBench bench = new InboundBench();

    @AfterEach
    void stop() {
        bench.close();
    }

    private static Inbound service(Function<Envelope, List<Answer>> takes) {
        return new Inbound() {
            @Override
            public String service() {
                return "test";
            }

            @Override
            public List<Answer> take(Envelope envelope) {
                return takes.apply(envelope);
            }
        };
    }

    private static Inbound saying() {
        return service(envelope -> List.of(Answer.of("said", new Said(envelope.text()))));
    }

    private boolean store(String id, String entity, String body) {
        return bench.envelopes.store("test", id, "said", entity, body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private void ended(String... states) {
        await().untilAsserted(() -> assertThat(bench.states()).containsExactly(states));
    }

    @Test
    void theSameIdTwiceIsStoredAndTakenInOnce() {
        assertThat(store("e1", null, "hello")).isTrue();
        assertThat(store("e1", null, "hello again")).isFalse();
        bench.start(saying());
        ended("done");
        assertThat(store("e1", null, "hello")).isFalse();
        assertThat(bench.outbox.said()).containsExactly("hello");
    }

    @Test
    void whatCameIsStoredSealed() {
        store("e1", "Patient/7", "Mary Ward");
        assertThat(bench.outbox
                        .jdbc
                        .sql("select body from inbound")
                        .query(String.class)
                        .single())
                .doesNotContain("Mary");
    }

    @Test
    void twoNodesTakeEachInOnceAndInOrderPerThing() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            store("a" + i, "Patient/a", "a" + i);
            store("b" + i, "Patient/b", "b" + i);
            expected.add("a" + i);
        }
        bench.start(saying());
        bench.start(saying());
        await().untilAsserted(() -> assertThat(bench.states()).containsOnly("done"));
        assertThat(bench.outbox.said()).hasSize(60);
        assertThat(bench.outbox.said()).filteredOn(said -> said.startsWith("a")).isEqualTo(expected);
    }

    @Test
    void whatANodeLeftBehindIsTakenInAgainUnderTheSameKeys() {
        store("e1", null, "hello");
        assertThat(bench.inbox().lease(1, 2, Duration.ofSeconds(60))).hasSize(1);
        assertThat(bench.inbox().lease(1, 2, Duration.ofSeconds(60)))
                .as("leased by another")
                .isEmpty();
        bench.outbox.sql("update inbound set leased_until = clock_timestamp() - interval '1 second'");
        bench.start(saying());
        ended("done");
        bench.outbox.sql("update inbound set state = 'taking', leased_until = clock_timestamp() - interval '1 second'");
        await().untilAsserted(() -> assertThat(bench.outbox.said()).hasSize(2));
        assertThat(bench.outbox.keys().get(0))
                .isEqualTo(bench.outbox.keys().get(1))
                .endsWith(":said");
    }

    @Test
    void aNodeWhoseLeaseIsOverMayNotSayWhatCameOfIt() {
        store("e1", null, "hello");
        Inbox frozen = bench.inbox();
        Inbox.Row row = frozen.lease(1, 2, Duration.ofSeconds(60)).get(0);
        bench.outbox.sql("update inbound set leased_until = clock_timestamp() - interval '1 second'");
        assertThat(bench.inbox().lease(1, 2, Duration.ofSeconds(60))).hasSize(1);
        frozen.end(row, "dead", "late");
        assertThat(bench.states()).containsExactly("taking");
    }

    @Test
    void aPoisonedOneDelaysNobodyElseAndIsLeftToStaffInTheEnd() {
        store("bad", "Patient/a", "bad");
        store("next", "Patient/a", "next");
        store("other", "Patient/b", "other");
        CountDownLatch otherDone = new CountDownLatch(1);
        bench.start(service(envelope -> {
            if (envelope.id().equals("bad")) {
                throw new IllegalArgumentException("Mary Ward");
            }
            otherDone.countDown();
            return saying().take(envelope);
        }));
        ended("dead", "done", "done");
        assertThat(bench.errors().get(0)).isEqualTo("our side: IllegalArgumentException");
        assertThat(bench.outbox.said()).containsExactly("other", "next");
    }

    @Test
    void anOutageIsWaitedForAndTheReturnWakesIt() {
        AtomicInteger calls = new AtomicInteger();
        store("e1", null, "hello");
        InboundDispatcher node = bench.start(service(envelope -> {
            if (calls.incrementAndGet() < 5) {
                bench.outbox.sql("update inbound set faults = 0");
                throw new OutsideFailure.Unavailable("test", "answered 503");
            }
            return saying().take(envelope);
        }));
        ended("done");
        assertThat(calls).hasValue(5);
        bench.outbox.sql(
                "update inbound set state = 'stored', next_attempt_at = clock_timestamp() + interval '1 hour'");
        node.on(new ServiceReturned("other"));
        assertThat(bench.states()).containsExactly("stored");
        node.on(new ServiceReturned("test"));
        ended("done");
    }

    @Test
    void whatIsRefusedForGoodEndsAndNobodyKnownForItIsDead() {
        store("e1", null, "hello");
        bench.envelopes.store("nobody", "e1", "said", new byte[0]);
        bench.start(service(envelope -> {
            throw new OutsideFailure.Rejected("test", "answered 404");
        }));
        ended("refused", "dead");
    }

    @Test
    void noTransactionIsOpenMeanwhile() {
        List<Boolean> open = new ArrayList<>();
        store("e1", null, "hello");
        bench.start(service(envelope -> {
            open.add(TransactionSynchronizationManager.isActualTransactionActive());
            return List.of();
        }));
        ended("done");
        assertThat(open).containsExactly(false);
    }

    @Test
    void bodiesAreDroppedAfterTheirTimeAndTheIdStaysKnown() {
        store("old", null, "hello");
        store("waiting", null, "hello");
        bench.outbox.sql(
                "update inbound set state = 'done', done_at = clock_timestamp() - interval '31 days' where envelope_id"
                        + " = 'old'");
        assertThat(bench.inbox().dropBodies(Duration.ofDays(30))).isEqualTo(1);
        assertThat(bench.inbox().dropBodies(Duration.ofDays(30))).isZero();
        assertThat(store("old", null, "hello")).isFalse();
    }

    @Test
    void anIdOfAnyLengthIsKept() {
        String id = "x".repeat(5000) + "\0";
        assertThat(store(id, id, "hello")).isTrue();
        assertThat(store(id, id, "hello")).isFalse();
    }
}
