package carequeue.app.benchmark;

import carequeue.store.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** How soon what was ordered is on the board: in the same process, and in another one that hears of it by NOTIFY. */
final class LatencyBenchmarks {

    private LatencyBenchmarks() {}

    static void run(Report report) throws Exception {
        try (HikariDataSource database = TestPostgres.fresh();
                Clinic clinic = new Clinic(database, "command,query,integration")) {
            report.heading("Accepted → visible, 50/s", new Ground(clinic.get(DataSource.class)).describe())
                    .times()
                    .row("one process, every role", "15 / 60", "5 / 20", new Arrivals(clinic, clinic).measure());
        }
        try (HikariDataSource database = TestPostgres.fresh();
                Clinic orders = new Clinic(database, "command,integration");
                Clinic views = new Clinic(database, "query")) {
            report.row("another node over LISTEN/NOTIFY", "30 / 100", "10 / 25", new Arrivals(orders, views).measure());
            report.line("\nAfter it: " + new Ground(orders.get(DataSource.class)).describe());
        }
    }
}
