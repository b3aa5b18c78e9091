package carequeue.query.live;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each view has come, over all nodes: the least of its segments. */
@Component
public class ViewPositions {

    private static final String LEAST = """
        select t.processor_name, min(coalesce(p.position, 0)) as position
        from token t left join view_position p on p.view = t.processor_name and p.segment = t.segment
        """;
    private static final String ALL = LEAST + "where t.processor_name like 'view.%' group by t.processor_name";
    private static final String ONE =
            "select position from (" + LEAST + "where t.processor_name = ? group by t.processor_name) as one";
    private static final String NOTE = """
        insert into view_position (view, segment, position) values (?, ?, ?)
        on conflict (view, segment) do update set position = excluded.position
        """;
    private static final String NOTE_IDLE = """
        insert into view_position (view, segment, position) select * from unnest(?::text[], ?::int[], ?::bigint[])
        on conflict (view, segment) do update set position = excluded.position
        where view_position.position < excluded.position
        """;

    private final JdbcClient jdbc;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile Map<String, Long> known = Map.of();

    ViewPositions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far a view has come in what the transaction at hand sees: in a snapshot, exactly what the view's rows in it hold. */
    public long seen(String view) {
        return jdbc.sql(ONE).param(view).query(Long.class).optional().orElse(0L);
    }

    /** Notes, in the transaction at hand, how far a segment of a view has passed. */
    void note(String view, int segment, long position) {
        jdbc.sql(NOTE).params(view, segment, position).update();
    }

    /** The same for what segments passed without handling it; a batch may have noted more since this was looked up. */
    void noteIdle(Map<Pulse.Segment, Long> passed) {
        List<Map.Entry<Pulse.Segment, Long>> rows = List.copyOf(passed.entrySet());
        jdbc.sql(NOTE_IDLE)
                .params(
                        rows.stream().map(row -> row.getKey().view()).toArray(String[]::new),
                        rows.stream().map(row -> row.getKey().number()).toArray(Integer[]::new),
                        rows.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .update();
    }

    /** Reads the positions anew and wakes whoever waits. */
    void refresh() {
        Map<String, Long> now =
                jdbc.sql(ALL).query((row, n) -> Map.entry(row.getString(1), row.getLong(2))).list().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        lock.lock();
        try {
            known = now;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The last position known of a view; 0 before it has begun. */
    public long of(String view) {
        return known.getOrDefault(view, 0L);
    }

    /** The last position that all of some views have passed. */
    public long of(Collection<String> views) {
        return views.stream().mapToLong(this::of).min().orElse(0);
    }

    /**
     * Waits until all of some views have passed a position.
     *
     * @throws NotYetVisible when they have not within the time
     */
    public void await(Collection<String> views, long position, Duration atMost) {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (of(views) < position) {
                if (left <= 0) {
                    throw new NotYetVisible(position);
                }
                left = moved.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotYetVisible(position);
        } finally {
            lock.unlock();
        }
    }
}
