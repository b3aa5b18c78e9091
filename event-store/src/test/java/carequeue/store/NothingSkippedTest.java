package carequeue.store;

import static carequeue.store.TestStore.toggled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing committed is ever skipped by a reader, whatever order writers end in. */
class NothingSkippedTest {

    private static final int WRITERS = 8;
    private static final int EACH = 100;
    private static final long SEED = 20261123;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private DataSource database;
    private TestStore store;

    @BeforeEach
    void fresh() {
        database = TestPostgres.fresh();
        store = TestStore.on(database);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void anOpenWriterWithALowerIndexHoldsTheReadersBack() throws Exception {
        CountDownLatch drawn = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Future<?> slow = threads.submit(() -> store.transaction().executeWithoutResult(status -> {
            store.append(toggled("slow", 0));
            drawn.countDown();
            passed(end);
        }));
        drawn.await();
        store.append(toggled("fast", 0));
        assertThat(store.jdbc().queryForList("select global_index from event", Long.class))
                .containsExactly(2L);
        assertThat(TestStore.on(database, Duration.ofMillis(50)).after(0)).isEmpty();

        CompletableFuture<List<? extends TrackedEventMessage<?>>> reader =
                CompletableFuture.supplyAsync(() -> store.after(0), threads);
        end.countDown();
        slow.get();
        assertThat(reader.get().stream().map(e -> ((Lamp.Toggled) e.getPayload()).lampId()))
                .containsExactly("slow", "fast");
    }

    @Test
    void whatWasRolledBackIsPassed() throws Exception {
        store.transaction().executeWithoutResult(status -> {
            store.append(toggled("undone", 0));
            status.setRollbackOnly();
        });
        store.append(toggled("kept", 0));

        assertThat(store.after(0))
                .extracting(TrackedEventMessage::trackingToken)
                .containsExactly(new GlobalSequenceTrackingToken(2));
    }

    @Test
    void manyWritersWithRollbacksAndOneReaderAtTheHead() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Future<List<String>> reader = threads.submit(() -> readUntil(over));
        Future<List<String>> follower = threads.submit(() -> followUntil(over));
        List<Future<List<String>>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            writers.add(threads.submit(() -> write(writer)));
        }
        List<String> committed = new ArrayList<>();
        for (Future<List<String>> writer : writers) {
            committed.addAll(writer.get());
        }
        over.set(true);

        assertThat(reader.get())
                .as("seed %d", SEED)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(committed);
        assertThat(follower.get()).isEqualTo(reader.get());
    }

    private List<String> write(int writer) {
        Random random = new Random(SEED + writer);
        TestStore node = TestStore.on(database);
        List<String> committed = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            String lamp = writer + "-" + i;
            boolean undone = random.nextInt(100) < 20;
            node.transaction().executeWithoutResult(status -> {
                node.append(toggled(lamp, 0));
                // Some stay open a little, so that later indices become visible first.
                node.jdbc().query("select pg_sleep(" + random.nextInt(4) + " / 1000.0)", row -> {});
                if (undone) {
                    status.setRollbackOnly();
                }
            });
            if (!undone) {
                committed.add(lamp);
            }
        }
        return committed;
    }

    private List<String> readUntil(AtomicBoolean over) {
        TestStore node = TestStore.on(database);
        List<String> read = new ArrayList<>();
        long position = 0;
        boolean last = false;
        while (!last) {
            last = over.get();
            for (TrackedEventMessage<?> event : node.after(position)) {
                long index = PostgresEvents.position(event.trackingToken());
                assertThat(index).isGreaterThan(position);
                position = index;
                read.add(((Lamp.Toggled) event.getPayload()).lampId());
            }
        }
        return read;
    }

    /** As a processor follows: on a stream that waits at the head. */
    private List<String> followUntil(AtomicBoolean over) throws InterruptedException {
        EmbeddedEventStore node = EmbeddedEventStore.builder()
                .storageEngine(TestStore.on(database).engine())
                .fetchDelay(5)
                .build();
        List<String> read = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream = node.openStream(new GlobalSequenceTrackingToken(0))) {
            boolean last = false;
            while (!last) {
                last = over.get();
                while (stream.hasNextAvailable(200, TimeUnit.MILLISECONDS)) {
                    read.add(((Lamp.Toggled) stream.nextAvailable().getPayload()).lampId());
                }
            }
        }
        node.shutDown();
        return read;
    }

    private static void passed(CountDownLatch latch) {
        await().until(() -> latch.getCount() == 0);
    }
}
