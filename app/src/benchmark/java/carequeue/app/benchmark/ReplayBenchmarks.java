package carequeue.app.benchmark;

import carequeue.store.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.JdbcTemplate;

/** The board made from all of history: by its ordinary processor and by a rebuild, each against plain JDBC on one thread. */
final class ReplayBenchmarks {

    private static final int VISITS = Integer.getInteger("carequeue.benchmarks.visits", 5000);
    private static final int WARM_UP = 2;
    private static final String VIEW = "view.board";

    private final Clinic clinic;
    private final JdbcTemplate jdbc;
    private final RawReplay raw;
    private final EventProcessor processor;

    private ReplayBenchmarks(Clinic clinic, HikariDataSource database) {
        this.clinic = clinic;
        this.jdbc = new JdbcTemplate(database);
        this.raw = new RawReplay(database, clinic.get(Serializer.class));
        this.processor = clinic.get(EventProcessingConfiguration.class)
                .eventProcessor(VIEW)
                .orElseThrow();
    }

    /** One way to read all of history, in events a second. */
    interface Reading {
        double rate() throws Exception;
    }

    static void run(Report report) throws Exception {
        try (HikariDataSource database = TestPostgres.fresh();
                Clinic clinic = new Clinic(database, "query")) {
            ReplayBenchmarks benchmarks = new ReplayBenchmarks(clinic, database);
            benchmarks.prepare();
            report.heading(
                            "Replay of " + benchmarks.count("select count(*) from event") + " events into the board",
                            new Ground(database).describe())
                    .rates();
            report.row(
                    "through the ordinary processor", 0.40, 0.85, benchmarks.race(benchmarks::ordinary, Race.ROUNDS));
            report.row(
                    "rebuild beside the live one, bulk path",
                    0.85,
                    1.20,
                    benchmarks.race(benchmarks::rebuilt, Race.ROUNDS));
        }
    }

    private void prepare() {
        clinic.stopProcessors();
        new MadeHistory(clinic).visits(VISITS);
        jdbc.execute("create table raw_entry (like board_entry including all)");
        jdbc.execute("create table raw_other (like board_patient including all)");
        jdbc.execute("analyze");
    }

    private Race.Outcome race(Reading ours, int rounds) throws Exception {
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        for (int i = 0; i < WARM_UP + rounds; i++) {
            double rate = ours.rate();
            double floor = raw();
            if (i >= WARM_UP) {
                first.add(rate);
                second.add(floor);
            }
        }
        return new Race.Outcome(first, second);
    }

    private double raw() throws Exception {
        jdbc.execute("truncate raw_entry, raw_other");
        long began = System.nanoTime();
        return raw.once() * 1e9 / (System.nanoTime() - began);
    }

    private double ordinary() {
        processor.shutDown();
        jdbc.update("delete from token where processor_name = ?", VIEW);
        jdbc.update("delete from view_position where view = ?", VIEW);
        jdbc.update("update view_generation set live = 1, last = 1, built = 0 where view = ?", VIEW);
        jdbc.execute("truncate board_queue, board_entry, board_visit, board_patient");
        long head = count("select max(global_index) from event");
        long began = System.nanoTime();
        processor.start();
        until("select coalesce(max(position), 0) from view_position where view = '" + VIEW + "'", head);
        return count("select count(*) from event") * 1e9 / (System.nanoTime() - began);
    }

    private double rebuilt() {
        String job = UUID.randomUUID().toString();
        long live = count("select live from view_generation where view = '" + VIEW + "'");
        jdbc.update(
                "insert into job (job_id, kind, subject, state, requested_by) values (?, 'replay', ?, 'waiting', 'bench')",
                job,
                VIEW);
        until("select count(*) from view_rebuild where job_id = '" + job + "'", 1);
        long began = System.nanoTime();
        until("select live from view_generation where view = '" + VIEW + "'", live + 1);
        double rate = count("select count(*) from event") * 1e9 / (System.nanoTime() - began);
        until("select count(*) from job where state = 'done' and job_id = '" + job + "'", 1);
        return rate;
    }

    private void until(String sql, long atLeast) {
        while (count(sql) < atLeast) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private long count(String sql) {
        Long found = jdbc.queryForObject(sql, Long.class);
        return found == null ? 0 : found;
    }
}
