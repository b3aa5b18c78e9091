package carequeue.store.phi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The epochs in the database: each has a key that wraps the patient keys made in it, and is wrapped by a master key itself. */
final class EpochRows {

    private static final String COLUMNS = "select epoch, month, master_key, wrapped from key_epoch ";

    /** An epoch; {@code wrapped} is null once its key was destroyed. */
    record Epoch(long number, YearMonth month, String masterKey, byte[] wrapped) {

        byte[] purpose() {
            return purpose(number);
        }

        static byte[] purpose(long number) {
            return Aes.utf8("carequeue epoch " + number);
        }
    }

    private EpochRows() {}

    static Optional<Epoch> newest(JdbcTemplate jdbc) {
        return jdbc
                .query(COLUMNS + "where wrapped is not null order by epoch desc limit 1", (row, n) -> epoch(row))
                .stream()
                .findFirst();
    }

    static Optional<Epoch> find(JdbcTemplate jdbc, long number) {
        return jdbc.query(COLUMNS + "where epoch = ?", (row, n) -> epoch(row), number).stream()
                .findFirst();
    }

    static List<Epoch> living(JdbcTemplate jdbc) {
        return jdbc.query(COLUMNS + "where wrapped is not null order by epoch", (row, n) -> epoch(row));
    }

    static List<KeyRotation.State> states(JdbcTemplate jdbc) {
        return jdbc.query(
                """
                select e.epoch, e.month, e.master_key, e.wrapped is null,
                       (select count(*) from patient_key k where k.epoch = e.epoch and k.wrapped is not null)
                from key_epoch e order by e.epoch\
                """,
                (row, n) -> new KeyRotation.State(
                        row.getLong(1),
                        YearMonth.from(row.getObject(2, LocalDate.class)),
                        row.getString(3),
                        row.getLong(5),
                        row.getBoolean(4)));
    }

    static long nextNumber(JdbcTemplate jdbc) {
        return jdbc.queryForObject("select nextval('key_epoch_number')", Long.class);
    }

    /** One after the other, also from two nodes. */
    static void oneAtATime(JdbcTemplate jdbc) {
        jdbc.execute("lock table key_epoch in share row exclusive mode");
    }

    static void insert(JdbcTemplate jdbc, Epoch epoch) {
        jdbc.update(
                "insert into key_epoch (epoch, month, master_key, wrapped) values (?, ?, ?, ?)",
                epoch.number(),
                epoch.month().atDay(1),
                epoch.masterKey(),
                epoch.wrapped());
    }

    static int rewrap(JdbcTemplate jdbc, Epoch epoch, String masterKey, byte[] wrapped) {
        return jdbc.update(
                "update key_epoch set master_key = ?, wrapped = ? where epoch = ? and master_key = ? and wrapped is"
                        + " not null",
                masterKey,
                wrapped,
                epoch.number(),
                epoch.masterKey());
    }

    static void destroy(JdbcTemplate jdbc, long number) {
        jdbc.update(
                "update key_epoch set wrapped = null, destroyed_at = clock_timestamp() where epoch = ? and wrapped is"
                        + " not null",
                number);
    }

    private static Epoch epoch(ResultSet row) throws SQLException {
        YearMonth month = YearMonth.from(row.getObject(2, LocalDate.class));
        return new Epoch(row.getLong(1), month, row.getString(3), row.getBytes(4));
    }
}
