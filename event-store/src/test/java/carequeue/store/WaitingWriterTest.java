package carequeue.store;

import static carequeue.store.TestStore.toggled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

/** A writer that has drawn an index and then waits for another writer holds the readers back from the draw on, not from the end of the wait. */
class WaitingWriterTest {

    private final TestStore store = TestStore.on(TestPostgres.fresh());
    private final CountDownLatch first = new CountDownLatch(1);
    private final CountDownLatch second = new CountDownLatch(1);

    @Test
    void whatItDrewIsNotSkipped() throws Exception {
        Future<?> a = open(first, toggled("contended", 0));
        drawn(1);
        Future<?> b = open(second, toggled("waiting", 0), toggled("contended", 0));
        drawn(3);
        store.append(toggled("quick", 0));
        CompletableFuture<List<? extends TrackedEventMessage<?>>> reader =
                CompletableFuture.supplyAsync(() -> store.after(0), TestThreads.ALL);
        await().during(Duration.ofMillis(300)).until(() -> !reader.isDone());

        first.countDown();
        a.get(10, TimeUnit.SECONDS);
        await().during(Duration.ofMillis(300)).until(() -> !reader.isDone());
        second.countDown();
        b.get(10, TimeUnit.SECONDS);

        assertThat(reader.get(10, TimeUnit.SECONDS).stream().map(e -> ((Lamp.Toggled) e.getPayload()).lampId()))
                .containsExactly("waiting", "contended", "quick");
    }

    /** A transaction that appends and stays open; the first one is undone in the end, the second one kept. */
    private Future<?> open(CountDownLatch end, DomainEventMessage<?>... events) {
        return TestThreads.ALL.submit(() -> store.transaction().executeWithoutResult(status -> {
            store.append(events);
            await().until(() -> end.getCount() == 0);
            if (end == first) {
                status.setRollbackOnly();
            }
        }));
    }

    private void drawn(long index) {
        await().until(() -> store.jdbc().queryForObject("select last_value from event_index", Long.class) == index);
    }
}
