package carequeue.query.board;

import carequeue.query.live.QueueMoved;
import carequeue.query.live.Topic;
import carequeue.query.views.Generations;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the board's streams look at. */
@Component
class BoardTopics {

    private static final String PLAN = Generations.live("view.appointments");
    private static final Set<String> VIEWS = Set.of(BoardProjection.VIEW);
    private static final String IN_QUEUE = """
            select e.entry_id from board_entry e
            left join board_visit v on v.generation = e.generation and v.visit_id = e.visit_id
            left join board_patient p on p.generation = e.generation
                and p.patient_id = coalesce(v.patient_id, e.patient_id)
            where e.generation = %1$s and e.queue_id = :queue
            and greatest(e.position, v.position, p.position) > :since
            union all
            select queue_id from board_queue
            where generation = %1$s and queue_id = :queue and position > :since
            """.formatted(BoardRows.LIVE, PLAN);
    private static final String AT_SITE = """
            select distinct q.queue_id from board_queue q
            join board_entry e on e.generation = q.generation and e.queue_id = q.queue_id
            where q.generation = %1$s and q.site_id = :site and e.position > :since
            """.formatted(BoardRows.LIVE, PLAN);

    private static final String ON_FLOOR = """
            select e.entry_id from board_entry e
            join board_queue q on q.generation = e.generation and q.queue_id = e.queue_id
            left join board_visit v on v.generation = e.generation and v.visit_id = e.visit_id
            left join board_patient p on p.generation = e.generation
                and p.patient_id = coalesce(v.patient_id, e.patient_id)
            where e.generation = %1$s and q.site_id = :site
            and greatest(e.position, v.position, p.position) > :since
            union all
            select queue_id from board_queue
            where generation = %1$s and site_id = :site and position > :since
            union all
            (select appointment_id from appointment_plan
            where generation = %2$s and site_id = :site and position > :since limit 100)
            """.formatted(BoardRows.LIVE, PLAN);

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
                        .param("queue", queueId)
                        .param("since", since)
                        .query(String.class)
                        .list());
    }

    /** Everything that a site's board shows: the entries that changed, the queues themselves, and the plan of the day. */
    Topic floor(String siteId) {
        return new Topic(
                "floor:" + siteId,
                Set.of(BoardProjection.VIEW, "view.appointments"),
                since -> jdbc.sql(ON_FLOOR)
                        .param("site", siteId)
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
                        .param("site", siteId)
                        .param("since", since)
                        .query(String.class)
                        .list());
    }

    @QueryHandler
    Boolean handle(QueueMoved query) {
        return !queue(query.queueId()).changedSince().apply(query.since()).isEmpty();
    }
}
