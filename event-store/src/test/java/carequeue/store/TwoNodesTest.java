package carequeue.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two nodes, each a JVM of its own, on one database. */
class TwoNodesTest {

    private static final int ROUNDS = 12;

    private HikariDataSource database;
    private JdbcTemplate jdbc;
    private OtherJvm there;

    @BeforeEach
    void another() {
        database = TestPostgres.fresh();
        jdbc = new JdbcTemplate(database);
        there = new OtherJvm(database);
    }

    @AfterEach
    void stop() {
        there.close();
    }

    /** Both begin at the same moment. */
    private List<String> race(Supplier<String> here, String... words) {
        try (Connection gate = database.getConnection();
                Statement statement = gate.createStatement()) {
            statement.execute("select pg_advisory_lock(" + TwoNodes.RACE + ")");
            CompletableFuture<String> theirs = there.asking(words);
            CompletableFuture<String> ours = CompletableFuture.supplyAsync(here, TestThreads.ALL);
            await().atMost(Duration.ofSeconds(60)).until(() -> waiting(TwoNodes.RACE) == 2);
            statement.execute("select pg_advisory_unlock(" + TwoNodes.RACE + ")");
            return List.of(ours.join(), theirs.join());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int waiting(long lock) {
        return count("select count(*) from pg_locks where locktype = 'advisory' and not granted and objid = " + lock);
    }

    private int count(String sql) {
        return jdbc.queryForObject(sql, Integer.class);
    }

    @Test
    void anEventFallsIntoTheSameSegmentInBoth() {
        assertThat(there.ask("segments")).isEqualTo(TwoNodes.segments()).contains("0", "1", "2", "3");
    }

    @Test
    void onOneAggregateOneWinsAndTheOtherHearsOfACollision() {
        for (int i = 0; i < ROUNDS; i++) {
            long sequence = i;
            assertThat(race(
                            () -> TwoNodes.append(database, "here", "l1", sequence),
                            "append",
                            "there",
                            "l1",
                            Long.toString(sequence)))
                    .containsExactlyInAnyOrder(
                            "done", i == 0 ? "AggregateStreamCreationException" : "ConcurrencyException");
        }
        assertThat(count("select count(*) from event")).isEqualTo(ROUNDS);
    }

    @Test
    void ofTwoWhoTakeAKeyOneHasItAndTheOtherIsToldWho() {
        for (int i = 0; i < ROUNDS; i++) {
            String hook = "hook " + i;
            String mine = "h" + i;
            String yours = "t" + i;
            List<String> outcomes =
                    race(() -> TwoNodes.hang(database, "here", mine, hook), "hang", "there", yours, hook);
            String winner = outcomes.get(0).equals("done") ? mine : yours;
            assertThat(outcomes).containsExactlyInAnyOrder("done", "taken by " + winner);
        }
    }

    @Test
    void aKeyIsWorkedOnOnceAndTheOtherHearsTheSameOrThatItStillRuns() {
        for (int i = 0; i < ROUNDS; i++) {
            String key = "key " + i;
            List<String> answers =
                    race(() -> TwoNodes.repeat(database, "here", key, "body"), "repeat", "there", key, "body");
            List<String> worked = answers.stream()
                    .filter(a -> !a.equals("StillRunning"))
                    .distinct()
                    .toList();
            assertThat(worked).hasSize(1).allMatch(answer -> answer.length() == 36);
            assertThat(there.ask("repeat", "there", key, "body")).isEqualTo(worked.get(0));
            assertThat(there.ask("repeat", "there", key, "another body")).isEqualTo("KeyReused");
        }
        assertThat(count("select count(*) from event")).isEqualTo(ROUNDS);
    }

    @Test
    void firstTokensAreMadeOnce() {
        for (int i = 0; i < ROUNDS; i++) {
            String group = "effect.group" + i;
            assertThat(race(() -> TwoNodes.firstTokens(database, group, "2"), "tokens", group, "2"))
                    .containsOnly("done");
        }
        assertThat(count("select count(*) from token")).isEqualTo(2 * ROUNDS);
    }

    @Test
    void aCommitHereIsHeardThere() {
        assertThat(there.ask("listen")).isEqualTo("listening");
        HistoryStore here = new HistoryStore(TestStore.on(database).engine(), new Announcer(database));
        here.publish(TestStore.toggled("l1", 0));

        assertThat(there.ask("heard")).isEqualTo("l1");
        here.shutDown();
    }

    private void toggle(String name, int from, int to) {
        TestStore store = TestStore.on(database);
        IntStream.range(from, to).forEach(i -> store.append(TestStore.toggled(name + i, 0)));
    }

    @Test
    void segmentsAreSharedAndThoseOfAKilledNodeTakenOver() {
        assertThat(there.ask("read", "4")).isEqualTo("reading view.town");
        await().until(() -> count("select count(distinct owner) from token") == 1);
        jdbc.update("update token set owner = null where segment in (1, 2)");
        try (TestReader here = new TestReader(database, 4, Duration.ofSeconds(2)).start()) {
            await().atMost(Duration.ofSeconds(60)).until(() -> count("select count(distinct owner) from token") == 2);
            toggle("l", 0, 60);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> TwoNodes.lamps(database).size() == 60);

            there.kill();
            toggle("l", 60, 120);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> TwoNodes.lamps(database).size() == 120);
            assertThat(here.processor().processingStatus()).hasSize(4);
        }
        assertThat(TwoNodes.lamps(database)).doesNotHaveDuplicates();
    }

    @Test
    void aNodeThatWasFrozenInTheMiddleOfABatchCommitsNothingAnyMore() throws SQLException {
        there.ask("read", "1");
        try (Connection gate = database.getConnection();
                Statement statement = gate.createStatement()) {
            statement.execute("select pg_advisory_lock(" + TwoNodes.SLOW + ")");
            toggle("slow", 0, 1);
            await().until(() -> waiting(TwoNodes.SLOW) == 1);
            there.freeze();
            statement.execute("select pg_advisory_unlock(" + TwoNodes.SLOW + ")");
            // Its transaction now sits idle, with the token's row locked, until the database ends it.
            try (TestReader here = new TestReader(database, 1, Duration.ofSeconds(2)).start()) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> TwoNodes.lamps(database).equals(List.of("slow0")));
                there.thaw();
                toggle("l", 0, 5);
                await().until(() -> TwoNodes.lamps(database).size() == 6);
                assertThat(there.ask("segments")).isNotEmpty();
                assertThat(here.processor().isRunning()).isTrue();
            }
        }
        assertThat(TwoNodes.lamps(database)).doesNotHaveDuplicates().hasSize(6);
    }

    @Test
    void everyStartIsANodeOfItsOwn() {
        Function<String, String> owner = other -> {
            await().until(() -> count("select count(owner) from token where owner <> '" + other + "'") == 1);
            return jdbc.queryForObject("select owner from token", String.class);
        };
        there.ask("read", "1");
        String first = owner.apply("nobody");
        there.kill();
        there = new OtherJvm(database);
        jdbc.update("update token set owner = null");
        there.ask("read", "1");
        assertThat(owner.apply(first)).hasSize(36).isNotEqualTo(first);
    }
}
