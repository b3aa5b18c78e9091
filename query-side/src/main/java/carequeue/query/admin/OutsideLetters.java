package carequeue.query.admin;

import carequeue.query.admin.DeadLetterReads.DeadLetter;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What could not be done outside, or taken in from there, and was left to staff; without anything personal. */
@Component
class OutsideLetters {

    private static final String ALL = """
        (select 'effect-' || id, effect, event_id, effect, sequence_key, last_error, planned_at, sent_at
         from effect where state in ('failed', 'dead') order by id limit :most)
        union all
        (select 'inbound-' || id, 'inbound.' || service, envelope_id, type, coalesce(entity, envelope_id), last_error,
            received_at, done_at
         from inbound where state in ('refused', 'dead') order by id limit :most)\
        """;
    private static final int AT_MOST = 500;

    private final JdbcClient jdbc;

    OutsideLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<DeadLetter> all() {
        boolean there = jdbc.sql("select to_regclass('effect') is not null and to_regclass('inbound') is not null")
                .query(Boolean.class)
                .single();
        if (!there) {
            return List.of();
        }
        return jdbc.sql(ALL)
                .param("most", AT_MOST)
                .query((row, n) -> new DeadLetter(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        time(row.getTimestamp(7)),
                        time(row.getTimestamp(8))))
                .list();
    }

    private static Instant time(Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
