package carequeue.query.board;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the waiting room sees: tickets and rooms, nothing of whom. */
@Component
class DisplayRows {

    private static final String CALLED = """
            select e.ticket, coalesce(e.service_point_name, e.service_point) from board_entry e
            join board_queue q on q.generation = e.generation and q.queue_id = e.queue_id
            where e.generation = %s and q.site_id = ? and q.business_day = ? and e.called_at is not null
            and (? and e.state = 'CALLED' or not ? and e.state <> 'CALLED')
            order by e.called_at desc limit ?
            """.formatted(BoardRows.LIVE);

    private final JdbcClient jdbc;

    DisplayRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A ticket and the room to go to. */
    record Call(String ticket, String point) {}

    List<Call> calling(String siteId, LocalDate day) {
        return find(siteId, day, true, 12);
    }

    List<Call> last(String siteId, LocalDate day) {
        return find(siteId, day, false, 5);
    }

    private List<Call> find(String siteId, LocalDate day, boolean called, int atMost) {
        return jdbc.sql(CALLED)
                .params(siteId, day, called, called, atMost)
                .query((row, n) -> new Call(row.getString(1), row.getString(2)))
                .list();
    }
}
