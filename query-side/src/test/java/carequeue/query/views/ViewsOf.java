package carequeue.query.views;

import carequeue.clinic.TestClinic;
import carequeue.query.live.ViewPositions;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** The views of a clinic, row by row, and orders to rebuild them. */
final class ViewsOf {

    static final Pace SMALL = new Pace(Duration.ofSeconds(20), 40, 15, 25);

    private final TestClinic clinic;
    private final JdbcTemplate plain;
    private final Collection<View> all;

    /** Of a clinic on a database. */
    ViewsOf(TestClinic clinic, HikariDataSource database) {
        this.clinic = clinic;
        this.plain = new JdbcTemplate(database);
        this.all = clinic.bean(RebuildRunner.class).views();
    }

    Collection<View> all() {
        return all;
    }

    View view(String name) {
        return all().stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow();
    }

    /** Waits until every view has passed everything. */
    ViewsOf settled() {
        List<String> names = all().stream().map(View::name).toList();
        clinic.bean(ViewPositions.class).await(names, clinic.head(), Duration.ofSeconds(60));
        return this;
    }

    /** Every row of every live generation, by table, without the number of the generation. */
    TreeMap<String, List<String>> rows() {
        TreeMap<String, List<String>> rows = new TreeMap<>();
        for (View view : all()) {
            for (Table<?, ?> table : view.tables()) {
                rows.put(
                        table.name(),
                        plain.queryForList(
                                "select (to_jsonb(t) - 'generation')::text from " + table.name()
                                        + " t where generation = " + Generations.live(view.name()) + " order by 1",
                                String.class));
            }
        }
        return rows;
    }

    /** How many rows there are of generations that are not live. */
    long leftOver() {
        return all().stream()
                .flatMap(view -> view.tables().stream()
                        .map(table -> plain.queryForObject(
                                "select count(*) from " + table.name() + " where generation <> "
                                        + Generations.live(view.name()),
                                Long.class)))
                .collect(Collectors.summingLong(count -> count));
    }

    /** Orders a rebuild, which the running nodes carry out. */
    String order(String view) {
        return order("replay", view);
    }

    String order(String kind, String subject) {
        String job = UUID.randomUUID().toString();
        plain.update(
                "insert into job (job_id, kind, subject, state, requested_by) values (?, ?, ?, 'waiting', 'test')",
                job,
                kind,
                subject);
        return job;
    }

    /** Takes a rebuild that the running nodes do not see, to be carried out by the test. */
    Rebuild taken(String view, String job, Rebuild.Watch watch) {
        RebuildParts parts = clinic.bean(RebuildParts.class);
        Rebuilding held = parts.rebuilds().take(view, job, SMALL.lease()).orElseThrow();
        RebuildJobs jobs = clinic.bean(RebuildJobs.class);
        return new Rebuild(view(view), held, parts, watch, SMALL, () -> jobs.end(job, "done", List.of()));
    }

    /** Lets the lease of whoever holds a rebuild run out. */
    void leaseRunsOut() {
        plain.update("update view_rebuild set lease_until = clock_timestamp()");
    }

    long count(String sql) {
        return plain.queryForObject(sql, Long.class);
    }

    String state(String job) {
        return plain.queryForObject("select state from job where job_id = ?", String.class, job);
    }

    String text(String sql) {
        return plain.queryForObject(sql, String.class);
    }

    void update(String sql) {
        plain.update(sql);
    }

    /** As if nothing had ever been folded; only while no clinic runs. */
    void forget() {
        plain.update("delete from token where processor_name like 'view.%'");
        plain.update("delete from view_position");
        plain.update("delete from view_rebuild");
        plain.update("delete from dead_letter");
        plain.update("update view_generation set live = 1, last = 1, built = 0");
        for (View view : all()) {
            view.tables().forEach(table -> plain.update("delete from " + table.name()));
        }
    }
}
