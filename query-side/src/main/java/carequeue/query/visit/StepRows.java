package carequeue.query.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The steps of the visits' timelines. */
@Component
class StepRows {

    private static final String SAVE = """
            insert into visit_step (generation, visit_id, position, type, words, at, recorded_at,
                actor, channel, reason, causation_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;

    private final JdbcClient jdbc;

    StepRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

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

    void save(Row r) {
        jdbc.sql(SAVE)
                .params(Arrays.asList(
                        VisitRows.LIVE,
                        r.visitId(),
                        r.position(),
                        r.type(),
                        r.words().toArray(String[]::new),
                        Timestamp.from(r.at()),
                        Timestamp.from(r.recordedAt()),
                        r.actor(),
                        r.channel(),
                        r.reason(),
                        r.causationId()))
                .update();
    }

    List<Row> of(String visitId) {
        return jdbc.sql("select * from visit_step where generation = ? and visit_id = ? order by position")
                .params(VisitRows.LIVE, visitId)
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
