package carequeue.query.board;

import carequeue.api.queue.CallingPolicy;
import carequeue.api.queue.QueueState;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The board's tables. */
@Component
class BoardRows {

    static final int LIVE = 1;

    private static final ObjectMapper JSON =
            JsonMapper.builder().findAndAddModules().build();
    private static final String QUEUE = """
            insert into board_queue (generation, queue_id, site_id, service_id, business_day, state, policy, position)
            values (:generation, :queue, :site, :service, :day, :state, :policy, :position)
            on conflict (generation, queue_id) do update set state = excluded.state, position = excluded.position
            where board_queue.position < excluded.position
            """;

    private final JdbcClient jdbc;

    BoardRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A queue with some of its entries, or null. */
    BoardState load(String queueId, Collection<String> entryIds) {
        return queue(
                queueId,
                entryIds.isEmpty()
                        ? List.of()
                        : jdbc.sql(EntryRow.SELECT
                                        + " where e.generation = ? and e.queue_id = ? and e.entry_id = any(?)")
                                .params(LIVE, queueId, entryIds.toArray(String[]::new))
                                .query(EntryRow::read)
                                .list());
    }

    /** A queue with all of its entries in the order of joining, or null. */
    BoardState load(String queueId) {
        return queue(
                queueId,
                jdbc.sql(EntryRow.SELECT + " where e.generation = ? and e.queue_id = ? order by e.number")
                        .params(LIVE, queueId)
                        .query(EntryRow::read)
                        .list());
    }

    private BoardState queue(String queueId, List<Entry> entries) {
        Map<String, Entry> byId = new LinkedHashMap<>();
        entries.forEach(entry -> byId.put(entry.entryId(), entry));
        return jdbc.sql("select * from board_queue where generation = ? and queue_id = ?")
                .params(LIVE, queueId)
                .query((row, n) -> queue(row, byId))
                .optional()
                .orElse(null);
    }

    private static BoardState queue(ResultSet row, Map<String, Entry> entries) throws SQLException {
        return new BoardState(
                row.getString("queue_id"),
                row.getString("site_id"),
                row.getString("service_id"),
                row.getObject("business_day", LocalDate.class),
                QueueState.valueOf(row.getString("state")),
                policy(row.getString("policy")),
                entries);
    }

    /** Writes what an event changed. */
    void save(BoardState before, BoardState after, long position) {
        if (before == null || before.state() != after.state()) {
            save(after, position);
        }
        Map<String, Entry> had = before == null ? Map.of() : before.entries();
        for (Entry entry : after.entries().values()) {
            if (!entry.equals(had.get(entry.entryId()))) {
                EntryRow.save(jdbc, after.queueId(), entry, position);
            }
        }
    }

    private void save(BoardState queue, long position) {
        jdbc.sql(QUEUE)
                .param("generation", LIVE)
                .param("queue", queue.queueId())
                .param("site", queue.siteId())
                .param("service", queue.serviceId())
                .param("day", queue.date())
                .param("state", queue.state().name())
                .param("policy", policy(queue.policy()))
                .param("position", position)
                .update();
    }

    /** The queues of a site on a business day. */
    List<String> queues(String siteId, LocalDate day) {
        return jdbc.sql("select queue_id from board_queue where generation = ? and site_id = ? and business_day = ?"
                        + " order by service_id")
                .params(LIVE, siteId, day)
                .query(String.class)
                .list();
    }

    private static String policy(CallingPolicy policy) {
        try {
            return JSON.writeValueAsString(policy);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CallingPolicy policy(String json) {
        try {
            return JSON.readValue(json, CallingPolicy.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
