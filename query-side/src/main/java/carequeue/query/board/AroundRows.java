package carequeue.query.board;

import java.sql.Array;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the board's view keeps of visits and patients. */
@Component
class AroundRows {

    private static final String SAVE_VISIT = """
            insert into board_visit (generation, visit_id, patient_id, flags, position) values (?, ?, ?, ?, ?)
            on conflict (generation, visit_id) do update
            set patient_id = excluded.patient_id, flags = excluded.flags, position = excluded.position
            where board_visit.position < excluded.position
            """;
    private static final String SAVE_NAME = """
            insert into board_patient (generation, patient_id, name, position) values (?, ?, ?, ?)
            on conflict (generation, patient_id) do update set name = excluded.name, position = excluded.position
            where board_patient.position < excluded.position and board_patient.name <> excluded.name
            """;
    private static final String VISITS = """
            select v.visit_id, v.patient_id, v.flags from board_visit v
            where v.generation = ? and v.visit_id in
                (select e.visit_id from board_entry e where e.generation = v.generation and e.queue_id = ?)
            """;
    private static final String NAMES = """
            select p.patient_id, p.name from board_patient p where p.generation = ? and p.patient_id in
                (select coalesce(v.patient_id, e.patient_id)
                 from board_entry e left join board_visit v using (generation, visit_id)
                 where e.generation = p.generation and e.queue_id = ?)
            """;

    private final JdbcClient jdbc;

    AroundRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Around.Visit visit(String visitId) {
        return jdbc.sql("select patient_id, flags from board_visit where generation = ? and visit_id = ?")
                .params(BoardRows.LIVE, visitId)
                .query((row, n) -> new Around.Visit(row.getString(1), flags(row.getArray(2))))
                .optional()
                .orElse(Around.Visit.NOTHING);
    }

    void save(String visitId, Around.Visit visit, long position) {
        String[] flags = visit.flags().toArray(String[]::new);
        jdbc.sql(SAVE_VISIT)
                .params(BoardRows.LIVE, visitId, visit.patientId(), flags, position)
                .update();
    }

    void save(String patientId, String name, long position) {
        jdbc.sql(SAVE_NAME).params(BoardRows.LIVE, patientId, name, position).update();
    }

    /** What the visits of a queue say, by visit. */
    Map<String, Around.Visit> visits(String queueId) {
        Map<String, Around.Visit> visits = new HashMap<>();
        jdbc.sql(VISITS).params(BoardRows.LIVE, queueId).query(row -> {
            visits.put(row.getString(1), new Around.Visit(row.getString(2), flags(row.getArray(3))));
        });
        return visits;
    }

    /** The names of a queue's patients, by patient. */
    Map<String, String> names(String queueId) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql(NAMES).params(BoardRows.LIVE, queueId).query(row -> {
            names.put(row.getString(1), row.getString(2));
        });
        return names;
    }

    private static Set<String> flags(Array array) throws SQLException {
        return new TreeSet<>(Set.of((String[]) array.getArray()));
    }
}
