package carequeue.app.benchmark;

import carequeue.store.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** Orders through the real door, gateway, interceptors and aggregates, against plain JDBC that writes the same rows. */
final class CommandBenchmarks {

    private static final int[] SENDERS = {8, 16, 32};

    private CommandBenchmarks() {}

    private interface Rows {
        void race(Report report, Clinic clinic, DataSource pool) throws Exception;
    }

    static void creates(Report report) throws Exception {
        run("Orders that create an aggregate", report, CommandBenchmarks::bookings);
    }

    static void small(Report report) throws Exception {
        run("Orders to a small aggregate", report, CommandBenchmarks::reschedules);
    }

    static void queue(Report report) throws Exception {
        run("Orders to a queue", report, CommandBenchmarks::queues);
    }

    private static void run(String title, Report report, Rows rows) throws Exception {
        try (HikariDataSource database = TestPostgres.fresh();
                Clinic clinic = new Clinic(database, "command")) {
            clinic.stopProcessors();
            DataSource pool = clinic.get(DataSource.class);
            report.heading(title, new Ground(pool).describe()).rates();
            rows.race(report, clinic, pool);
            report.line("\nAfter it: " + new Ground(pool).describe());
        }
    }

    private static void bookings(Report report, Clinic clinic, DataSource pool) throws Exception {
        Bookings bookings = new Bookings(clinic);
        bookings.book();
        RawHistory raw = new RawHistory(pool, RawHistory.Row.last(pool));
        Race.warm(number -> bookings::book);
        report.row(
                "plain insert and commit behind the shared lock, 16 senders, against the same without",
                null,
                null,
                Race.of(16).run(n -> raw.lockedHand(), n -> raw.hand()));
        for (int senders : SENDERS) {
            report.row(
                    "creates an aggregate (book an appointment), " + senders + " senders",
                    0.60,
                    0.85,
                    Race.of(senders).run(n -> bookings::book, n -> raw.hand()));
        }
        report.row(
                "the same with an idempotency key, 16 senders (the raw side has none)",
                null,
                null,
                Race.of(16).run(n -> bookings::bookRepeatable, n -> raw.hand()));
    }

    private static void reschedules(Report report, Clinic clinic, DataSource pool) throws Exception {
        Bookings bookings = new Bookings(clinic);
        Planned planned = new Planned(pool, bookings.book());
        bookings.reschedule(bookings.book(), 1);
        RawHistory raw = new RawHistory(pool, RawHistory.Row.last(pool));
        Race.warm(planned.ordered(bookings));
        Race.Outcome cold = Race.of(16).run(planned.ordered(bookings), planned.raw(raw));
        report.row("on an existing small aggregate, not seen before (reschedule), 16 senders", 0.50, 0.75, cold);
        Race.Outcome warm = Race.of(16).run(planned.orderedAgain(bookings), planned.raw(raw));
        report.row("the same, on one seen before, 16 senders", 0.50, 0.75, warm);
    }

    private static void queues(Report report, Clinic clinic, DataSource pool) throws Exception {
        int senders = 16;
        Lines lines = new Lines(clinic, senders);
        RawHistory raw = new RawHistory(pool, RawHistory.Row.last(pool));
        Race.warm(lines.ordered());
        report.row(
                "on a queue of 100 and more events (an entry is elsewhere and back), " + senders + " senders",
                1.50,
                2.50,
                Race.of(senders).run(lines.ordered(), lines.raw(raw)));
    }
}
