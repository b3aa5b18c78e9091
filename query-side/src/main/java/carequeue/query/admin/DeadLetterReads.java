package carequeue.query.admin;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The events that views had to set aside, without anything personal. */
@Component
class DeadLetterReads {

    private static final String ALL = """
            select letter_id, processing_group, event_id, payload_type, sequence_id, cause_message, enqueued_at,
                last_touched
            from dead_letter where processing_group like 'view.%' and processing_group not like '%#%'
            order by processing_group, sequence_id, sequence_index limit ?
            """;
    private static final int AT_MOST = 500;

    private final JdbcClient jdbc;

    DeadLetterReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One event.
     *
     * @param sequence what it belongs to: what comes after it there waits behind it
     * @param cause the kinds of the error, or null when it only waits behind another
     */
    record DeadLetter(
            String id,
            String projection,
            String eventId,
            String type,
            String sequence,
            String cause,
            Instant since,
            Instant lastTried) {}

    List<DeadLetter> all() {
        return jdbc.sql(ALL)
                .param(AT_MOST)
                .query((row, n) -> new DeadLetter(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        time(row.getString(7)),
                        time(row.getString(8))))
                .list();
    }

    private static Instant time(String at) {
        return at == null ? null : Instant.parse(at);
    }
}
