package carequeue.query.board;

import carequeue.api.queue.CallingPolicy;
import carequeue.api.queue.QueueState;
import carequeue.query.views.Generations;
import carequeue.query.views.Table;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The board's tables. */
@Component
class BoardRows {

    static final String LIVE = Generations.live(BoardProjection.VIEW);

    private static final ObjectMapper JSON =
            JsonMapper.builder().findAndAddModules().build();

    /** The queues, without their entries. */
    static final Table<String, BoardState> QUEUES = Table.<String, BoardState>named("board_queue")
            .key("queue_id", "text", id -> id)
            .column("site_id", "text", BoardState::siteId)
            .column("service_id", "text", BoardState::serviceId)
            .column("business_day", "date", BoardState::date)
            .column("state", "text", queue -> queue.state().name())
            .column("policy", "text", queue -> policy(queue.policy()))
            .read(row -> queue(row, Map.of()));

    private final JdbcClient jdbc;

    BoardRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A queue with all of its entries in the order of joining, or null. */
    BoardState load(String queueId) {
        return queue(
                queueId,
                jdbc.sql(EntryRow.SELECT + " where e.generation = " + LIVE + " and e.queue_id = ? order by e.number")
                        .params(queueId)
                        .query(EntryRow::read)
                        .list());
    }

    private BoardState queue(String queueId, List<Entry> entries) {
        Map<String, Entry> byId = new LinkedHashMap<>();
        entries.forEach(entry -> byId.put(entry.entryId(), entry));
        return jdbc.sql("select * from board_queue where generation = " + LIVE + " and queue_id = ?")
                .params(queueId)
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

    /** The queues of a site on a business day. */
    List<String> queues(String siteId, LocalDate day) {
        return jdbc.sql("select queue_id from board_queue where generation = " + LIVE
                        + " and site_id = ? and business_day = ?"
                        + " order by service_id")
                .params(siteId, day)
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
