package carequeue.adapter.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.adapter.outbox.Dispatcher;
import carequeue.adapter.outbox.Effect;
import carequeue.adapter.outbox.OutboxBench;
import carequeue.adapter.resilience.OutsideFailure;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was left to staff is tried again, the outside asked first, or given up; once, and only while it is left to them. */
class LettersTest {

    private final OutboxBench bench = new OutboxBench();
    private final Letters letters = new Letters(bench.jdbc, bench.transaction);

    @AfterEach
    void stop() {
        bench.close();
    }

    private void order(String id, String kind, String subject) {
        bench.sql("insert into job (job_id, kind, subject, state, requested_by) values ('" + id + "', '" + kind + "', '"
                + subject + "', 'waiting', 'admin')");
    }

    private String job(String id) {
        return bench.jdbc
                .sql("select state from job where job_id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    @Test
    void anEffectIsTriedAgainInDoubtOrGivenUp() {
        AtomicInteger tries = new AtomicInteger();
        AtomicInteger inDoubt = new AtomicInteger();
        Effect refused = OutboxBench.effect("test.told", (attempt, answers) -> {
            inDoubt.addAndGet(attempt.row().inDoubt() ? 1 : 0);
            if (tries.incrementAndGet() < 3) {
                throw new OutsideFailure.Rejected("test", "refuses");
            }
        });
        bench.hearing(OutboxBench.Said.class);
        Dispatcher node = bench.node(refused);
        node.start();
        bench.plan(refused, "k", "x");
        await().untilAsserted(() -> assertThat(bench.states()).containsExactly("failed"));

        order("j1", "effect-retry", "effect-1");
        assertThat(letters.next()).isTrue();
        await().untilAsserted(() -> assertThat(bench.states()).containsExactly("failed"));
        await().untilAsserted(() -> assertThat(tries).hasValue(2));
        assertThat(inDoubt).hasValue(1);
        await().untilAsserted(() -> assertThat(bench.states()).containsExactly("failed"));

        order("j2", "effect-discard", "effect-1");
        letters.next();
        assertThat(bench.states()).containsExactly("done");
        order("j3", "effect-retry", "effect-1");
        letters.next();
        assertThat(bench.states()).containsExactly("done");
        assertThat(job("j1") + job("j2") + job("j3")).isEqualTo("donedonefailed");
        assertThat(letters.next()).isFalse();
        node.stop();
    }

    @Test
    void anEnvelopeIsTakenInAgainWhileItsContentIsThere() {
        for (String state : new String[] {"refused", "dead", "done"}) {
            bench.sql("insert into inbound (service, envelope_id, type, body, state, faults) values ('pms', '" + state
                    + "', 't', 'sealed', '" + state + "', 8)");
        }
        bench.sql("insert into inbound (service, envelope_id, type, state) values ('pms', 'gone', 't', 'dead')");
        for (int i = 1; i <= 4; i++) {
            order("j" + i, i == 2 ? "inbound-discard" : "inbound-retry", "inbound-" + i);
            letters.next();
        }
        assertThat(bench.jdbc
                        .sql("select state || faults from inbound order by id")
                        .query(String.class)
                        .list())
                .containsExactly("stored0", "done8", "done8", "dead0");
        assertThat(job("j1") + job("j2") + job("j3") + job("j4")).isEqualTo("donedonefailedfailed");
    }
}
