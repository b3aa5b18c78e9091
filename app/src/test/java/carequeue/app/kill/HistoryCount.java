package carequeue.app.kill;

import carequeue.app.kill.Tally.Acknowledged;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What history holds of what was promised.
 *
 * @param lost acknowledged and not there
 * @param doubled there more often than acknowledged; every order was repeated until it was answered, so this is never right
 * @param uneven visits that do not have exactly one place, ticket, patient, end and telling of each step
 */
record HistoryCount(int visits, long lost, long doubled, long uneven) {

    private static final String HAPPENED = """
            select name, coalesce(p ->> 'entryId', p ->> 'visitId') as id, count(*)
            from (select name, convert_from(payload, 'UTF8')::jsonb as p from event where name in (
                'visit.check-in-requested', 'queue.entry-called', 'queue.entry-prioritized',
                'queue.service-started', 'queue.service-completed')) as e
            group by 1, 2""";

    private static final String ONCE = """
            select count(*) from (
                select v ->> 'visitId' as visit, name, v ->> 'what' as item, count(*) as times
                from (select name, convert_from(payload, 'UTF8')::jsonb as v from event where name in (
                    'visit.check-in-requested', 'queue.entry-joined', 'visit.placed', 'visit.service-begun',
                    'visit.finished', 'visit.told')) as e
                group by 1, 2, 3) as steps
            where times <> 1""";

    private static final String EACH = """
            select abs((select count(*) from event where name = 'visit.check-in-requested') - count(*))
            from event where name = ?""";

    private static final String TICKETS = """
            select count(*) - count(distinct (p ->> 'queueId', p ->> 'ticket'))
            from (select convert_from(payload, 'UTF8')::jsonb as p from event where name = 'queue.entry-joined') as e""";

    static HistoryCount of(JdbcTemplate jdbc, Map<Acknowledged, LongAdder> promised) {
        Map<Acknowledged, Long> happened = new HashMap<>();
        jdbc.query(HAPPENED, row -> {
            happened.put(new Acknowledged(row.getString(1), row.getString(2)), row.getLong(3));
        });
        long lost = promised.entrySet().stream()
                .mapToLong(p -> Math.max(0, p.getValue().sum() - happened.getOrDefault(p.getKey(), 0L)))
                .sum();
        long doubled = happened.entrySet().stream()
                .mapToLong(h -> Math.max(0, h.getValue() - times(promised, h.getKey())))
                .sum();
        long uneven = jdbc.queryForObject(ONCE, Long.class) + jdbc.queryForObject(TICKETS, Long.class);
        for (String step :
                new String[] {"patient.registered", "queue.entry-joined", "visit.placed", "visit.finished"}) {
            uneven += jdbc.queryForObject(EACH, Long.class, step);
        }
        int visits = (int) happened.keySet().stream()
                .filter(key -> key.event().equals("visit.check-in-requested"))
                .count();
        return new HistoryCount(visits, lost, doubled, uneven);
    }

    private static long times(Map<Acknowledged, LongAdder> promised, Acknowledged what) {
        LongAdder times = promised.get(what);
        return times == null ? 0 : times.sum();
    }
}
