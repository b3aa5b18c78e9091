package carequeue.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever stops a processor, it goes on; and while it does not, that is seen. */
class SupervisorTest {

    private static final Duration CLAIM = Duration.ofSeconds(1);

    private HikariDataSource database;
    private JdbcTemplate jdbc;
    private TestReader reader;
    private Supervisor supervisor;

    @BeforeEach
    void fresh() {
        database = TestPostgres.fresh();
        jdbc = new JdbcTemplate(database);
    }

    @AfterEach
    void stop() {
        supervisor.stop();
        reader.close();
    }

    private void node(Consumer<String> before) {
        reader = new TestReader(database, 1, CLAIM, before).start();
        supervisor = supervisor(true);
        supervisor.start();
        await().untilAsserted(() -> assertThat(state().running()).isTrue());
    }

    // Errors are thrown on purpose here, on other threads.
    private static ConditionFactory await() {
        return Awaitility.await().dontCatchUncaughtExceptions();
    }

    private Supervisor supervisor(boolean here) {
        return new Supervisor(
                () -> Map.of(TestReader.GROUP, reader.processor()),
                group -> here,
                new Heartbeats(jdbc, Clock.systemUTC()),
                TestStore.on(database).engine()::obstacleBehind,
                CLAIM);
    }

    private ProcessorState state() {
        assertThat(supervisor.states()).hasSize(1);
        return supervisor.states().get(0);
    }

    private void toggle(String lamp) {
        TestStore.on(database).append(TestStore.toggled(lamp, 0));
    }

    private List<String> taken() {
        return jdbc.queryForList("select lamp from taken order by 1", String.class);
    }

    private void isWell() {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(supervisor.well(state())).as("%s", state()).isTrue();
            assertThat(state().lag()).isZero();
        });
    }

    @Test
    void aThreadKilledByAnErrorIsReplaced() {
        AtomicInteger times = new AtomicInteger();
        node(lamp -> {
            if (times.getAndIncrement() < 2) {
                throw new StackOverflowError("twice");
            }
        });
        toggle("l1");

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(taken()).containsExactly("l1"));
        isWell();
        assertThat(state().restarts()).isEqualTo(2);
    }

    @Test
    void anErrorThatStaysIsShownByItsKindAndEndsByItself() {
        AtomicInteger times = new AtomicInteger();
        node(lamp -> {
            if (times.getAndIncrement() < 1) {
                throw new IllegalStateException("the patient's name");
            }
        });
        toggle("l1");

        await().untilAsserted(() ->
                assertThat(state().error()).contains("IllegalStateException").doesNotContain("patient"));
        assertThat(supervisor.well(state())).isFalse();
        await().untilAsserted(() -> assertThat(taken()).containsExactly("l1"));
        isWell();
        assertThat(state().restarts()).isZero();
    }

    @Test
    void theDatabaseMayGoAndComeBack() {
        database.setConnectionTimeout(1000);
        node(lamp -> {});
        toggle("l1");
        String name = jdbc.queryForObject("select current_database()", String.class);
        TestPostgres.run("alter database " + name + " with allow_connections false");
        TestPostgres.run("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(supervisor.well(state())).isFalse());

        TestPostgres.run("alter database " + name + " with allow_connections true");
        await().ignoreExceptions().until(() -> {
            toggle("l2");
            return true;
        });
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(taken()).containsExactly("l1", "l2"));
        isWell();
    }

    @Test
    void aSegmentOnAnotherNodeIsLeftThereAndTakenBackWhenThatOneIsSilent() {
        node(lamp -> {});
        await().until(() -> owned("owner is not null"));
        jdbc.update(
                "update token set owner = 'another', touched_at = ?",
                Instant.now().plusSeconds(2).toString());
        toggle("l1");

        await().until(() -> reader.processor().processingStatus().isEmpty());
        assertThat(supervisor.well(state())).isTrue();
        assertThat(taken()).isEmpty();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(taken()).containsExactly("l1"));
        assertThat(owned("owner <> 'another'")).isTrue();
        isWell();
    }

    private boolean owned(String how) {
        return jdbc.queryForObject("select count(*) from token where " + how, Integer.class) == 1;
    }

    @Test
    void whatDoesNotBelongHereOrStopsOnPurposeStaysStopped() {
        node(lamp -> {});
        supervisor.stop();
        reader.close();
        Supervisor elsewhere = supervisor(false);
        elsewhere.look();

        assertThat(elsewhere.states()).isEmpty();
        assertThat(reader.processor().isRunning()).isFalse();
    }

    @Test
    void anEventThatNobodyCanReadStopsTheViewAndIsNamed() {
        node(lamp -> {});
        toggle("l1");
        jdbc.update(
                "insert into event (global_index, event_id, aggregate_type, aggregate_id, sequence, name, revision, payload, metadata)"
                        + " values (nextval('event_index'), 'e', 'Lamp', 'l2', 0, 'lamp.dreamt', '1', '{}', '{}')");
        toggle("l3");

        await().untilAsserted(() -> assertThat(state().error()).contains("history holds lamp.dreamt of revision 1"));
        assertThat(taken()).containsExactly("l1");
        assertThat(state().lag()).isEqualTo(2);
    }
}
