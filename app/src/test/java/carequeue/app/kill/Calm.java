package carequeue.app.kill;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is still under way when nobody orders anything any more: processes, effects, views and whatever follows history. */
final class Calm {

    /** Those who are checked in and have no place in a queue yet. */
    static final String NOT_PLACED = "visits not placed";

    /** Views that have not come to the head. */
    static final String VIEWS = "views behind";

    private static final Map<String, String> UNDER_WAY = Map.of(
            NOT_PLACED,
            "select count(*) filter (where name = 'visit.check-in-requested')"
                    + " - count(*) filter (where name = 'visit.placed') from event",
            "processes not ended",
            // These two wait for days on purpose: for a coverage found late, and for a provider who may be away.
            "select count(*) from saga where saga_type not like '%.VisitClaimSaga' and saga_type not like '%.AbsenceSaga'",
            "effects not carried out",
            "select count(*) from effect where state <> 'done'",
            "views behind",
            "select count(*) from view_position where position < (select max(global_index) from event)",
            "tokens behind",
            "select count(*) from token where (convert_from(token, 'UTF8')::jsonb ->> 'globalIndex')::bigint"
                    + " < (select max(global_index) from event)",
            // A node that was started again looks through what changed outside, and must have done so before calls are
            // counted.
            "syncs under way",
            "select count(*) from integration_lease where name like 'sync.%' and holder <> '" + Replayed.PROOF + "'",
            "envelopes not taken in",
            "select count(*) from inbound where state in ('stored', 'taking')",
            "events set aside",
            "select count(*) from dead_letter",
            // One that a killed node had begun is begun again only when its heartbeat is missed.
            "deadlines overdue",
            "select count(*) from scheduled_tasks where picked or execution_time < now() - interval '1 second'",
            "deadlines that fail",
            "select count(*) from scheduled_tasks where consecutive_failures > 0");

    private final JdbcTemplate jdbc;

    Calm(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nothing is, or nothing of these names; what is left after the time is in the answer, by its name. */
    Map<String, Long> await(Duration atMost, String... names) {
        try {
            Awaitility.await()
                    .atMost(atMost)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> left(names).isEmpty());
        } catch (ConditionTimeoutException e) {
            return left(names);
        }
        return Map.of();
    }

    private Map<String, Long> left(String... names) {
        Map<String, Long> left = new TreeMap<>();
        UNDER_WAY.forEach((name, sql) -> {
            if (names.length == 0 || List.of(names).contains(name)) {
                left.put(name, count(sql));
            }
        });
        left.values().removeIf(count -> count == 0);
        return left;
    }

    private long count(String sql) {
        try {
            return jdbc.queryForObject(sql, Long.class);
        } catch (DataAccessException e) {
            return -1;
        }
    }
}
