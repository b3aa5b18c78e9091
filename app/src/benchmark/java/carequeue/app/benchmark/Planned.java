package carequeue.app.benchmark;

import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Appointments of one event each, made anew before every round, so that each is touched once by one side. */
final class Planned {

    private static final int MANY = Integer.getInteger("carequeue.benchmarks.planned", 15_000);
    private static final String COPY = """
            insert into event (global_index, event_id, aggregate_type, aggregate_id, sequence, name, revision, payload, metadata)
            select nextval('event_index'), gen_random_uuid()::text, aggregate_type, ? || n, 0, name, revision,
                   convert_to(replace(convert_from(payload, 'UTF8'), aggregate_id, ? || n), 'UTF8'), metadata
            from event, generate_series(0, ? - 1) n where aggregate_id = ? and sequence = 0
            """;

    private final JdbcTemplate jdbc;
    private final String model;
    private final AtomicInteger next = new AtomicInteger();
    private volatile String prefix;

    Planned(DataSource pool, String model) {
        this.jdbc = new JdbcTemplate(pool);
        this.model = model;
    }

    private void fresh() {
        prefix = UUID.randomUUID() + "-";
        next.set(0);
        jdbc.execute((java.sql.Connection connection) -> {
            try (var copy = connection.prepareStatement(COPY);
                    var vacuum = connection.createStatement()) {
                connection.setAutoCommit(true);
                copy.setString(1, prefix);
                copy.setString(2, prefix);
                copy.setInt(3, MANY);
                copy.setString(4, model);
                copy.executeUpdate();
                // As autovacuum leaves it: both sides read from a table that is known and clean.
                vacuum.execute("vacuum analyze event");
                return null;
            }
        });
    }

    private String take() {
        int number = next.getAndIncrement();
        if (number >= MANY) {
            throw new IllegalStateException("more than " + MANY + " in a round: set carequeue.benchmarks.planned");
        }
        return prefix + number;
    }

    Contestant ordered(Bookings bookings) {
        return new Fresh(number -> () -> bookings.reschedule(take(), 1));
    }

    /** Each worker on a few appointments of its own, again and again. */
    Contestant orderedAgain(Bookings bookings) {
        return new Fresh(number -> {
            AtomicInteger times = new AtomicInteger();
            return () -> {
                int time = times.getAndIncrement();
                bookings.reschedule(prefix + (number * 64 + time % 64), 1 + time / 64);
            };
        });
    }

    Contestant raw(RawHistory raw) {
        return new Fresh(number -> {
            RawHistory.Hand hand = raw.hand();
            return new Contestant.Worker() {
                @Override
                public void once() throws Exception {
                    String id = take();
                    hand.insert(id, hand.read(id, 500) + 1);
                    hand.commit();
                }

                @Override
                public void close() throws SQLException {
                    hand.close();
                }
            };
        });
    }

    private interface Workers {
        Contestant.Worker worker(int number) throws Exception;
    }

    private final class Fresh implements Contestant {
        private final Workers workers;

        Fresh(Workers workers) {
            this.workers = workers;
        }

        @Override
        public void prepare() {
            fresh();
        }

        @Override
        public Worker worker(int number) throws Exception {
            return workers.worker(number);
        }
    }
}
