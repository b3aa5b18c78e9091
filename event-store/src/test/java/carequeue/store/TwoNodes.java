package carequeue.store;

import carequeue.api.Facts;
import carequeue.api.Refused;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;

/** What both nodes of {@link TwoNodesTest} can do, at the same moment where it is a race. */
final class TwoNodes {

    /** Held by the test while those who race take their places, and while slow lamps shall wait. */
    static final long RACE = 4711;

    static final long SLOW = 4712;

    private TwoNodes() {}

    private static void waitFor(HikariDataSource database, long lock) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock_shared(" + lock + "), pg_advisory_unlock_shared(" + lock + ")");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String outcome(HikariDataSource database, Supplier<String> work) {
        waitFor(database, RACE);
        try {
            return work.get();
        } catch (Refused.AlreadyTaken taken) {
            return "taken by " + taken.holder();
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }

    static String append(HikariDataSource database, String node, String lamp, long sequence) {
        TestStore store = TestStore.on(database);
        return outcome(database, () -> {
            store.append(TestStore.toggled(lamp, sequence));
            return "done";
        });
    }

    static String hang(HikariDataSource database, String node, String lamp, String hook) {
        TestStore store = TestStore.on(database);
        return outcome(database, () -> {
            store.append(TestStore.event(lamp, 0, new Lamp.Hung(lamp, hook)));
            return "done";
        });
    }

    static String firstTokens(HikariDataSource database, String group, String segments) {
        FirstTokens first = TestStore.on(database).firstTokens();
        return outcome(database, () -> {
            first.make(group, Integer.parseInt(segments));
            return "done";
        });
    }

    /** Carries out a command under a key: it lights a lamp of its own and answers with its name. */
    static String repeat(HikariDataSource database, String node, String key, String body) {
        TestStore store = TestStore.on(database);
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(
                        new SpringTransactionManager(store.transaction().getTransactionManager()))
                .build();
        bus.registerHandlerInterceptor(new PositionInterceptor(store.jdbc()));
        bus.registerHandlerInterceptor(new RepeatInterceptor(new Repeats(
                store.jdbc(),
                store.transaction().getTransactionManager(),
                new StableSerializer(StableNames.of(Lamp.Event.class)))));
        bus.subscribe("light", command -> {
            String lamp = UUID.randomUUID().toString();
            store.append(TestStore.toggled(lamp, 0));
            return lamp;
        });
        return outcome(database, () -> answer(bus, key, body));
    }

    private static String answer(SimpleCommandBus bus, String key, String body) {
        MetaData facts =
                MetaData.from(Map.of(Facts.REPEAT_SCOPE, "anna light", Facts.REPEAT_KEY, key, Facts.REPEAT_BODY, body));
        FutureCallback<Object, Object> answer = new FutureCallback<>();
        bus.dispatch(new GenericCommandMessage<>(new GenericCommandMessage<>("x", facts), "light"), answer);
        CommandResultMessage<?> result = answer.getResult();
        return result.isExceptional()
                ? result.exceptionResult().getClass().getSimpleName()
                : (String) result.getPayload();
    }

    /** Into which of four segments 300 aggregates fall here. */
    static String segments() {
        Segment[] four = {
            Segment.computeSegment(0, 0, 1, 2, 3),
            Segment.computeSegment(1, 0, 1, 2, 3),
            Segment.computeSegment(2, 0, 1, 2, 3),
            Segment.computeSegment(3, 0, 1, 2, 3)
        };
        StringBuilder all = new StringBuilder();
        for (OwnSequencing policy : OwnSequencing.values()) {
            for (int i = 0; i < 300; i++) {
                Object sequence = policy.getSequenceIdentifierFor(TestStore.toggled("lamp " + i, 0));
                Arrays.stream(four).filter(s -> s.matches(sequence)).forEach(s -> all.append(s.getSegmentId()));
            }
        }
        return all.toString();
    }

    /** The first lamp that is toggled anywhere; whoever listens here looks by itself only once an hour. */
    static CompletableFuture<String> listen(HikariDataSource database) {
        HistoryStore store = new HistoryStore(
                TestStore.on(database).engine(),
                EmbeddedEventStore.builder().fetchDelay(1).timeUnit(TimeUnit.HOURS),
                new Announcer(database));
        CompletableFuture<Void> open = new CompletableFuture<>();
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> first(store, open), TestThreads.ALL);
        open.join();
        CompletableFuture<Void> listening = new CompletableFuture<>();
        new WakeUps(database)
                .hear(HistoryStore.CHANNEL, text -> {
                    store.wake();
                    listening.complete(null);
                })
                .start();
        listening.join();
        return first;
    }

    private static String first(HistoryStore store, CompletableFuture<Void> open) {
        try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(new GlobalSequenceTrackingToken(0))) {
            stream.hasNextAvailable(0, TimeUnit.SECONDS);
            open.complete(null);
            return stream.hasNextAvailable(1, TimeUnit.HOURS)
                    ? ((Lamp.Toggled) stream.nextAvailable().getPayload()).lampId()
                    : "nothing";
        } catch (InterruptedException e) {
            return "interrupted";
        }
    }

    /** Lamps whose name begins with slow wait for the test, in the middle of the batch's transaction. */
    static Consumer<String> slowly(HikariDataSource database) {
        TestStore store = TestStore.on(database);
        return lamp -> {
            if (lamp.startsWith("slow")) {
                store.jdbc()
                        .query(
                                "select pg_advisory_lock_shared(" + SLOW + "), pg_advisory_unlock_shared(" + SLOW + ")",
                                row -> {});
            }
        };
    }

    static List<String> lamps(HikariDataSource database) {
        return TestStore.on(database).jdbc().queryForList("select lamp from taken order by 1", String.class);
    }
}
