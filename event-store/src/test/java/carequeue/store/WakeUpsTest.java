package carequeue.store;

import static carequeue.store.TestStore.toggled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A commit wakes the readers of every node; without that these stores would look again only after an hour. */
class WakeUpsTest {

    private DataSource database;
    private Announcer announcer;
    private WakeUps wakeUps;
    private HistoryStore here;
    private HistoryStore there;

    @BeforeEach
    void twoNodes() {
        database = TestPostgres.fresh();
        announcer = new Announcer(database);
        here = node(Duration.ofSeconds(10));
        there = node(Duration.ofSeconds(10));
        wakeUps = new WakeUps(database).hear(HistoryStore.CHANNEL, text -> there.wake());
        wakeUps.start();
    }

    @AfterEach
    void stop() {
        wakeUps.stop();
        announcer.close();
        here.shutDown();
        there.shutDown();
    }

    private HistoryStore node(Duration patience) {
        return new HistoryStore(
                TestStore.on(database, patience).engine(),
                EmbeddedEventStore.builder().fetchDelay(1).timeUnit(TimeUnit.HOURS),
                announcer);
    }

    @Test
    void anEventOfThisNodeWakesItsReaders() throws Exception {
        CompletableFuture<String> reader = next(here);
        here.publish(toggled("l1", 0));

        assertThat(reader.get(30, TimeUnit.SECONDS)).isEqualTo("l1");
    }

    @Test
    void anEventOfAnotherNodeWakesTheReaders() throws Exception {
        CompletableFuture<String> reader = next(there);
        here.publish(toggled("l1", 0));

        assertThat(reader.get(30, TimeUnit.SECONDS)).isEqualTo("l1");
    }

    @Test
    void anEventHeldBackByAnOlderWriterComesWhenThatOneEnds() throws Exception {
        there.shutDown();
        there = node(Duration.ofMillis(1));
        TestStore slow = TestStore.on(database);
        CountDownLatch drawn = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(
                () -> {
                    slow.transaction().executeWithoutResult(status -> {
                        slow.append(toggled("slow", 0));
                        drawn.countDown();
                        await().until(() -> end.getCount() == 0);
                    });
                    announcer.announce(HistoryStore.CHANNEL, "");
                },
                TestThreads.ALL);
        drawn.await();
        CompletableFuture<String> reader = next(there);
        here.publish(toggled("fast", 0));
        end.countDown();

        assertThat(reader.get(30, TimeUnit.SECONDS)).isEqualTo("slow");
        writer.get();
    }

    @Test
    void equalNewsAreGatheredAndAllNodesHear() {
        List<String> heard = new CopyOnWriteArrayList<>();
        WakeUps other = new WakeUps(database).hear("news", heard::add);
        other.start();
        await().until(() -> heard.contains(""));
        for (int i = 0; i < 1000; i++) {
            announcer.announce("news", "same");
        }
        announcer.announce("news", "last");

        await().until(() -> heard.contains("last"));
        assertThat(heard.stream().filter("same"::equals).count()).isBetween(1L, 500L);
        other.stop();
        assertThat(other.isRunning()).isFalse();
    }

    @Test
    void aLostConnectionIsMadeAgainAndTheListenersLook() {
        List<String> heard = new CopyOnWriteArrayList<>();
        WakeUps other = new WakeUps(database).hear("news", heard::add);
        other.start();
        await().until(() -> heard.size() == 1);
        TestStore.on(database)
                .jdbc()
                .query(
                        "select pg_terminate_backend(pid) from pg_stat_activity"
                                + " where datname = current_database() and query like 'listen%'",
                        row -> {});

        await().until(() -> heard.size() == 2);
        announcer.announce("news", "again");
        await().until(() -> heard.contains("again"));
        other.stop();
    }

    private static CompletableFuture<String> next(HistoryStore store) {
        CountDownLatch open = new CountDownLatch(1);
        CompletableFuture<String> next = CompletableFuture.supplyAsync(
                () -> {
                    try (BlockingStream<TrackedEventMessage<?>> stream =
                            store.openStream(new GlobalSequenceTrackingToken(0))) {
                        // The first look finds nothing; from here on only a wake-up helps.
                        stream.hasNextAvailable(0, TimeUnit.SECONDS);
                        open.countDown();
                        return stream.hasNextAvailable(1, TimeUnit.HOURS)
                                ? ((Lamp.Toggled) stream.nextAvailable().getPayload()).lampId()
                                : "nothing";
                    } catch (InterruptedException e) {
                        return "interrupted";
                    }
                },
                TestThreads.ALL);
        await().until(() -> open.getCount() == 0);
        return next;
    }
}
