package carequeue.query.board;

import carequeue.query.live.Topic;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the board's streams look at. */
@Component
class BoardTopics {

    private static final Set<String> VIEWS = Set.of(BoardProjection.VIEW);
    private static final String IN_QUEUE = """
            select e.entry_id from board_entry e
            left join board_visit v on v.generation = e.generation and v.visit_id = e.visit_id
            left join board_patient p on p.generation = e.generation
                and p.patient_id = coalesce(v.patient_id, e.patient_id)
            where e.generation = :generation and e.queue_id = :queue
            and greatest(e.position, v.position, p.position) > :since
            union all
            select queue_id from board_queue
            where generation = :generation and queue_id = :queue and position > :since
            """;
    private static final String AT_SITE = """
            select distinct q.queue_id from board_queue q
            join board_entry e on e.generation = q.generation and e.queue_id = q.queue_id
            where q.generation = :generation and q.site_id = :site and e.position > :since
            """;

    private final JdbcClient jdbc;

    BoardTopics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One queue: the entries that changed, and the queue itself when it was opened, paused or closed. */
    Topic queue(String queueId) {
        return new Topic(
                "queue:" + queueId,
                VIEWS,
                since -> jdbc.sql(IN_QUEUE)
                        .param("generation", BoardRows.LIVE)
                        .param("queue", queueId)
                        .param("since", since)
                        .query(String.class)
                        .list());
    }

    /** All queues of a site: those in which an entry changed. */
    Topic site(String siteId) {
        return new Topic(
                "site:" + siteId,
                VIEWS,
                since -> jdbc.sql(AT_SITE)
                        .param("generation", BoardRows.LIVE)
                        .param("site", siteId)
                        .param("since", since)
                        .query(String.class)
                        .list());
    }

    /** The line in which somebody stands, seen by themselves: that something moved, and nothing of whom. */
    Topic line(String queueId) {
        return new Topic(
                "line:" + queueId,
                VIEWS,
                since -> queue(queueId).changedSince().apply(since).isEmpty() ? List.of() : List.of("line"));
    }
}
