package carequeue.query.board;

import carequeue.api.Phi;
import carequeue.api.Sealing;
import carequeue.query.views.Table;
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

    static final Table<String, Around.Visit> VISITS = Table.<String, Around.Visit>named("board_visit")
            .key("visit_id", "text", id -> id)
            .column("patient_id", "text", Around.Visit::patientId)
            .column("flags", "text[]", visit -> visit.flags().toArray(String[]::new))
            .read(row -> new Around.Visit(row.getString("patient_id"), flags(row.getArray("flags"))));

    static final Table<String, String> NAMES = Table.<String, String>named("board_patient")
            .key("patient_id", "text", id -> id)
            .sealed("name", name -> name)
            .open((row, sealing) -> name(row.getString("name"), sealing));

    private static final String OF_QUEUE = """
            select v.visit_id, v.patient_id, v.flags from board_visit v
            where v.generation = %s and v.visit_id in
                (select e.visit_id from board_entry e where e.generation = v.generation and e.queue_id = ?)
            """.formatted(BoardRows.LIVE);
    private static final String NAMES_OF_QUEUE = """
            select p.patient_id, p.name from board_patient p where p.generation = %s and p.patient_id in
                (select coalesce(v.patient_id, e.patient_id)
                 from board_entry e left join board_visit v using (generation, visit_id)
                 where e.generation = p.generation and e.queue_id = ?)
            """.formatted(BoardRows.LIVE);

    private final JdbcClient jdbc;
    private final Sealing sealing;

    AroundRows(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** What the visits of a queue say, by visit. */
    Map<String, Around.Visit> visits(String queueId) {
        Map<String, Around.Visit> visits = new HashMap<>();
        jdbc.sql(OF_QUEUE).params(queueId).query(row -> {
            visits.put(row.getString(1), new Around.Visit(row.getString(2), flags(row.getArray(3))));
        });
        return visits;
    }

    /** The names of a queue's patients, by patient. */
    Map<String, String> names(String queueId) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql(NAMES_OF_QUEUE).params(queueId).query(row -> {
            names.put(row.getString(1), name(row.getString(2), sealing));
        });
        return names;
    }

    private static String name(String sealed, Sealing sealing) {
        return Phi.text(sealing.text("name", sealed), name -> name, Phi.ERASED);
    }

    private static Set<String> flags(Array array) throws SQLException {
        return new TreeSet<>(Set.of((String[]) array.getArray()));
    }
}
