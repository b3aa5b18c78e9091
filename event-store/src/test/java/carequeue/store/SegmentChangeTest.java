package carequeue.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The number of segments is changed by a start: no event is lost, none is taken in twice. */
class SegmentChangeTest {

    private static final int LAMPS = 40;

    private HikariDataSource database;
    private JdbcTemplate jdbc;
    private int lamps;

    @BeforeEach
    void fresh() {
        database = TestPostgres.fresh();
        jdbc = new JdbcTemplate(database);
    }

    private TestReader node(int segments) {
        return new TestReader(database, segments, Duration.ofSeconds(20));
    }

    /** Lights some lamps for a node with so many segments; those of a hindered one stay for a later node. */
    private void run(int segments, int hindered) {
        TestStore writer = TestStore.on(database);
        IntStream.range(0, LAMPS).forEach(i -> writer.append(TestStore.toggled("lamp " + lamps++, 0)));
        try (TestReader node = node(segments)) {
            jdbc.update(
                    "update token set owner = 'another', touched_at = ? where segment = ?",
                    Instant.now().plusSeconds(600).toString(),
                    hindered);
            node.start();
            await().until(() -> hindered < 0 ? lit() == lamps : passed() == segments - 1);
        }
        jdbc.update("update token set owner = null");
    }

    private int lit() {
        return count("select count(*) from taken");
    }

    private int passed() {
        return count(
                "select count(*) from token where convert_from(token, 'UTF8') = '{\"globalIndex\":" + lamps + "}'");
    }

    private int count(String sql) {
        return jdbc.queryForObject(sql, Integer.class);
    }

    @Test
    void everyEventIsTakenInOnceOverAllChanges() {
        run(1, -1);
        run(4, -1);
        run(4, 3);
        run(3, 1);
        run(8, 0);
        run(5, 4);
        run(2, 1);
        run(1, -1);

        assertThat(jdbc.queryForList("select lamp from taken", String.class))
                .doesNotHaveDuplicates()
                .hasSize(lamps);
        assertThat(count("select count(*) from token")).isEqualTo(1);
    }

    @Test
    void whatWasJoinedAtTwoPlacesPartsAtTheSamePlaces() {
        run(2, 1);
        assertThat(passed()).isEqualTo(1);
        try (TestReader joined = node(1);
                TestReader parted = node(2)) {
            assertThat(List.of(joined, parted)).hasSize(2);
        }
        assertThat(passed()).isEqualTo(1);
        run(2, -1);
        assertThat(lit()).isEqualTo(lamps);
    }

    @Test
    void whileAnotherNodeIsAtWorkItIsRefusedInOneLine() {
        try (TestReader working = node(2).start()) {
            await().until(() -> count("select count(*) from token where owner is not null") == 2);
            assertThatThrownBy(() -> node(1))
                    .isInstanceOf(CannotRun.class)
                    .hasMessageContainingAll("view.town with 2 segments", "carequeue.processors.segments says 1");
            assertThat(working.processor().isRunning()).isTrue();
        }
        assertThat(count("select count(*) from token")).isEqualTo(2);
    }

    @Test
    void thoseOfSagasAreFixed() {
        FirstTokens first = TestStore.on(database).firstTokens();
        first.make("saga.lamp", 1);

        assertThatThrownBy(() -> first.make("saga.lamp", 2))
                .isInstanceOf(CannotRun.class)
                .hasMessageContainingAll("saga.lamp has 1", "says 2");
    }

    @Test
    void aPlaceInHistoryIsNeverPromisedTooFar() {
        node(2).close();
        jdbc.update(
                "insert into view_position (view, segment, position) values ('view.town', 0, 9), ('view.town', 1, 7)");
        node(1).close();
        assertThat(count("select position from view_position")).isEqualTo(7);

        node(3).close();
        assertThat(jdbc.queryForList("select position from view_position order by segment", Integer.class))
                .containsExactly(7, 7, 7);
    }
}
