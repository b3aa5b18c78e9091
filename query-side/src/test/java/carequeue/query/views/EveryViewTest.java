package carequeue.query.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.clinic.TestClinic;
import carequeue.store.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever a view shows live, its rebuild gives again, row by row; no table of any view is left out. */
class EveryViewTest {

    @Test
    void isTheSameWhenItIsRebuilt() {
        HikariDataSource database = TestPostgres.fresh();
        try (TestClinic clinic = TestClinic.open(database)) {
            ViewsOf views = new ViewsOf(clinic, database);
            for (int seed = 1; seed <= 3; seed++) {
                RandomClinic.of(seed, 250).forEach(h -> clinic.happened(h.aggregateId(), h.visitId(), h.event()));
            }
            TreeMap<String, List<String>> live = views.settled().rows();
            assertThat(live)
                    .allSatisfy((table, rows) -> assertThat(rows)
                            .as("a table that stays empty proves nothing: " + table)
                            .isNotEmpty());
            for (View view : views.all()) {
                String job = views.order(view.name());
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> views.state(job).equals("done"));
                long generation = views.count("select live from view_generation where view = '" + view.name() + "'");
                assertThat(generation).as(view.name()).isGreaterThan(1);
                assertThat(views.rows()).as(view.name()).isEqualTo(live);
            }
            assertThat(views.count("select count(*) from dead_letter")).isZero();
        }
    }
}
