package carequeue.store.phi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The patients' keys in the database, wrapped; of a destroyed one only a tombstone is left. */
final class KeyRows {

    private static final String COLUMNS = "select key_id, patient_id, epoch, wrapped from patient_key ";

    /** A key; {@code wrapped} is null once it was destroyed. */
    record Wrapped(String id, String patientId, long epoch, byte[] wrapped) {

        byte[] purpose() {
            return Aes.utf8(id + "|" + patientId);
        }
    }

    private KeyRows() {}

    static Optional<Wrapped> ofPatient(JdbcTemplate jdbc, String patientId) {
        return jdbc.query(COLUMNS + "where patient_id = ?", (row, n) -> wrapped(row), patientId).stream()
                .findFirst();
    }

    static Optional<Wrapped> find(JdbcTemplate jdbc, String keyId) {
        return jdbc.query(COLUMNS + "where key_id = ?", (row, n) -> wrapped(row), keyId).stream()
                .findFirst();
    }

    /** Does nothing where the patient has a key already, or where the epoch's key was destroyed meanwhile. */
    static void insert(JdbcTemplate jdbc, Wrapped key) {
        jdbc.update(
                "insert into patient_key (key_id, patient_id, epoch, wrapped) select ?, ?, epoch, ? from key_epoch"
                        + " where epoch = ? and wrapped is not null for share on conflict (patient_id) do nothing",
                key.id(),
                key.patientId(),
                key.wrapped(),
                key.epoch());
    }

    /** Also of a patient who has no key yet: they never get one. */
    static void destroy(JdbcTemplate jdbc, String keyId, String patientId) {
        jdbc.update(
                "insert into patient_key (key_id, patient_id, destroyed_at) values (?, ?, clock_timestamp())"
                        + " on conflict (patient_id) do update set wrapped = null,"
                        + " destroyed_at = coalesce(patient_key.destroyed_at, excluded.destroyed_at)",
                keyId,
                patientId);
    }

    static List<Wrapped> ofEpoch(JdbcTemplate jdbc, long epoch) {
        return jdbc.query(
                COLUMNS + "where epoch = ? and wrapped is not null for update", (row, n) -> wrapped(row), epoch);
    }

    static void move(JdbcTemplate jdbc, List<Wrapped> keys) {
        List<Object[]> rows = keys.stream()
                .map(k -> new Object[] {k.epoch(), k.wrapped(), k.id()})
                .toList();
        jdbc.batchUpdate(
                "update patient_key set epoch = ?, wrapped = ? where key_id = ? and wrapped is not null", rows);
    }

    private static Wrapped wrapped(ResultSet row) throws SQLException {
        return new Wrapped(row.getString(1), row.getString(2), row.getLong(3), row.getBytes(4));
    }
}
