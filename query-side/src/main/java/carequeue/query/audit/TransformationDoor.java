package carequeue.query.audit;

import carequeue.api.Refused;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door to every payload that crossed our border: which fields were kept, masked, encrypted and dropped, by which rule; never a value. */
@RestController
class TransformationDoor {

    private static final int AT_MOST = 500;

    private final JdbcClient jdbc;

    TransformationDoor(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One use of a rule. */
    record Transformation(
            long id,
            Instant at,
            String rule,
            int version,
            String service,
            String direction,
            String purpose,
            String basis,
            String patientId,
            List<String> kept,
            List<String> masked,
            List<String> encrypted,
            List<String> dropped) {}

    /** Newest first. */
    record Page(List<Transformation> items, String nextCursor) {}

    @GetMapping("/api/audit/transformations")
    Page transformations(
            @RequestParam(required = false) String patient,
            @RequestParam(required = false) String service,
            @RequestParam(required = false) String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        int most = Math.max(1, Math.min(limit, AT_MOST));
        StringBuilder sql = new StringBuilder("select * from transformation where true");
        List<Object> values = new ArrayList<>();
        where(sql, values, " and patient_id = ?", patient);
        where(sql, values, " and service = ?", service);
        where(sql, values, " and id < ?", before(cursor));
        values.add(most + 1);
        List<Transformation> found = jdbc.sql(
                        sql.append(" order by id desc limit ?").toString())
                .params(values)
                .query(TransformationDoor::read)
                .list();
        boolean more = found.size() > most;
        List<Transformation> page = more ? found.subList(0, most) : found;
        return new Page(page, more ? Long.toString(page.get(most - 1).id()) : null);
    }

    private static void where(StringBuilder sql, List<Object> values, String condition, Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    private static Long before(String cursor) {
        try {
            return cursor == null || cursor.isBlank() ? null : Long.valueOf(cursor);
        } catch (NumberFormatException e) {
            throw new Refused.BadField("/cursor", "is not a cursor of this list");
        }
    }

    private static Transformation read(ResultSet row, int number) throws SQLException {
        return new Transformation(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("rule"),
                row.getInt("version"),
                row.getString("service"),
                row.getString("direction"),
                row.getString("purpose"),
                row.getString("basis"),
                row.getString("patient_id"),
                list(row.getArray("kept")),
                list(row.getArray("masked")),
                list(row.getArray("encrypted")),
                list(row.getArray("dropped")));
    }

    private static List<String> list(Array fields) throws SQLException {
        return List.of((String[]) fields.getArray());
    }
}
