package carequeue.query.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import carequeue.clinic.TestClinic;
import carequeue.query.board.RandomDay.Happening;
import carequeue.store.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A view is rebuilt beside itself, and afterwards it is what an ordinary replay gives. */
class RebuildTest {

    private static HikariDataSource database;
    private static TestClinic clinic;
    private static ViewsOf views;

    @BeforeAll
    static void open() {
        database = TestPostgres.fresh();
        clinic = TestClinic.open(database);
        views = new ViewsOf(clinic, database);
        happen(RandomClinic.of(1, 120));
        views.settled();
    }

    @AfterAll
    static void close() {
        clinic.close();
    }

    private static void happen(List<Happening> happenings) {
        happenings.forEach(h -> clinic.happened(h.aggregateId(), h.visitId(), h.event()));
    }

    @Test
    void whileReadsAndWritesGoOnNothingIsLostNorSeenHalfBuilt() {
        long before = views.count(ENTRIES);
        AtomicInteger reads = new AtomicInteger();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> happen(RandomClinic.of(2, 150)));
        CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> {
            long most = before;
            while (!writer.isDone() || reads.get() < 20) {
                long now = views.count(ENTRIES);
                assertThat(now).isGreaterThanOrEqualTo(most);
                most = now;
                reads.incrementAndGet();
            }
        });
        for (String view : List.of("view.board", "view.audit", "view.visits", "view.board")) {
            String job = views.order(view);
            await().atMost(Duration.ofSeconds(60)).until(() -> views.state(job).equals("done"));
        }
        writer.join();
        reader.join();
        assertThat(views.count("select live from view_generation where view = 'view.board'"))
                .isGreaterThan(2);
        equalsAnOrdinaryReplay();
    }

    private static final String ENTRIES = "select (select count(*) from board_entry where generation = "
            + Generations.live("view.board") + ") + (select count(*) from audit_index where generation = "
            + Generations.live("view.audit") + ")";

    @Test
    void killedBetweenAnyTwoStepsItIsGoneOnWith() {
        for (View view : views.all()) {
            String job = views.order("test", view.name());
            int kills = 0;
            for (boolean done = false; !done; kills++) {
                happen(RandomClinic.of(100 + kills, 25).subList(0, 3));
                AtomicInteger steps = new AtomicInteger(kills);
                Rebuild rebuild = views.taken(view.name(), job, (step, position) -> {
                    if (steps.decrementAndGet() < 0) {
                        throw new Killed();
                    }
                    return true;
                });
                done = survives(rebuild);
                views.leaseRunsOut();
            }
            assertThat(kills).as(view.name()).isGreaterThan(2);
            assertThat(views.state(job)).isEqualTo("done");
        }
        equalsAnOrdinaryReplay();
    }

    private static boolean survives(Rebuild rebuild) {
        try {
            return rebuild.run();
        } catch (Killed e) {
            return false;
        }
    }

    /** As the end of a process: nothing is tidied up. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void oneThatSleptOverItsLeaseWritesNothingAnyMore() {
        String job = views.order("test", "view.board");
        AtomicInteger steps = new AtomicInteger();
        Rebuild sleeper = views.taken("view.board", job, (step, position) -> {
            if (steps.getAndIncrement() == 2) {
                views.leaseRunsOut();
                assertThat(views.taken("view.board", job, (s, p) -> true).run()).isTrue();
            }
            return true;
        });
        assertThatThrownBy(sleeper::run).isInstanceOf(LeaseLost.class);
        assertThat(views.state(job)).isEqualTo("done");
        equalsAnOrdinaryReplay();
    }

    @Test
    void oneThatSleptWhileAnotherIsAtItWritesNothingAnyMore() {
        String job = views.order("test", "view.board");
        AtomicInteger steps = new AtomicInteger();
        Rebuild sleeper = views.taken("view.board", job, (step, position) -> {
            if (steps.getAndIncrement() == 2) {
                views.leaseRunsOut();
                assertThat(views.taken("view.board", job, (s, p) -> false).run())
                        .isFalse();
            }
            return true;
        });
        assertThatThrownBy(sleeper::run).isInstanceOf(LeaseLost.class);
        views.leaseRunsOut();
        assertThat(views.taken("view.board", job, (s, p) -> true).run()).isTrue();
        equalsAnOrdinaryReplay();
    }

    @Test
    void twoNodesRebuildOnceForEachOrder() {
        try (TestClinic other = TestClinic.open(database)) {
            long before = views.count("select last from view_generation where view = 'view.visits'");
            List<String> jobs = List.of(views.order("view.visits"), views.order("view.visits"));
            jobs.forEach(job -> await().atMost(Duration.ofSeconds(60))
                    .until(() -> views.state(job).equals("done")));
            assertThat(views.count("select last from view_generation where view = 'view.visits'"))
                    .isEqualTo(before + 2);
            assertThat(new ViewsOf(other, database).settled().rows()).isEqualTo(views.rows());
        }
        equalsAnOrdinaryReplay();
    }

    @Test
    void stoppedItLeavesTheLiveViewAsItIsAndNothingBehind() {
        String job = views.order("test", "view.board");
        AtomicInteger steps = new AtomicInteger();
        Map<String, List<String>> before = views.settled().rows();
        Rebuild rebuild = views.taken("view.board", job, (step, position) -> steps.incrementAndGet() < 4);
        assertThat(rebuild.run()).isFalse();
        assertThat(views.leftOver()).isPositive();
        rebuild.abandon();
        assertThat(views.leftOver()).isZero();
        assertThat(views.rows()).isEqualTo(before);
    }

    @Test
    void anEmptyHistoryIsRebuiltToo() {
        HikariDataSource empty = TestPostgres.fresh();
        try (TestClinic nobody = TestClinic.open(empty)) {
            ViewsOf none = new ViewsOf(nobody, empty);
            String job = none.order("view.audit");
            await().atMost(Duration.ofSeconds(30)).until(() -> none.state(job).equals("done"));
            nobody.happened("q", null, RandomClinic.of(1, 1).get(0).event());
            assertThat(none.settled().rows().get("audit_index")).hasSize(1);
        }
    }

    /** Compares with the views made by ordinary processors from nothing. */
    private static void equalsAnOrdinaryReplay() {
        Map<String, List<String>> found = views.settled().rows();
        assertThat(views.leftOver()).isZero();
        clinic.close();
        views.forget();
        TestClinic fresh = clinic.again(database);
        clinic = fresh;
        views = new ViewsOf(fresh, database);
        assertThat(views.settled().rows()).isEqualTo(found);
        assertThat(found.get("board_entry")).isNotEmpty();
        assertThat(found.get("appointment_plan")).isNotEmpty();
        assertThat(found.get("visit_step")).hasSizeGreaterThan(20);
    }
}
