package carequeue.query.visit;

import carequeue.query.views.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The steps of the visits' timelines. */
@Component
class StepRows {

    static final Table<Key, Row> STEPS = Table.<Key, Row>named("visit_step")
            .key("visit_id", "text", Key::visitId)
            .key("position", "bigint", Key::position)
            .column("type", "text", Row::type)
            .column("words", "text[]", row -> row.words().toArray(String[]::new))
            .column("at", "timestamptz", Row::at)
            .column("recorded_at", "timestamptz", Row::recordedAt)
            .column("actor", "text", Row::actor)
            .column("channel", "text", Row::channel)
            .column("reason", "text", Row::reason)
            .column("causation_id", "text", Row::causationId)
            .once();

    private final JdbcClient jdbc;

    StepRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A step within a visit. */
    record Key(String visitId, long position) {}

    /** One step, its sentence not yet said in a language. */
    record Row(
            String visitId,
            long position,
            String type,
            List<String> words,
            Instant at,
            Instant recordedAt,
            String actor,
            String channel,
            String reason,
            String causationId) {}

    List<Row> of(String visitId) {
        return jdbc.sql("select * from visit_step where generation = " + VisitRows.LIVE
                        + " and visit_id = ? order by position")
                .param(visitId)
                .query(StepRows::read)
                .list();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("visit_id"),
                row.getLong("position"),
                row.getString("type"),
                List.of((String[]) row.getArray("words").getArray()),
                row.getTimestamp("at").toInstant(),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("actor"),
                row.getString("channel"),
                row.getString("reason"),
                row.getString("causation_id"));
    }
}
