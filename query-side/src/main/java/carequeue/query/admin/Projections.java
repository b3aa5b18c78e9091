package carequeue.query.admin;

import carequeue.api.sync.Job;
import carequeue.query.integrations.Jobs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the views stand. */
@Component
class Projections {

    private static final String ALL = """
            select g.view, (select count(*) from token t where t.processor_name = g.view) as segments,
                (select coalesce(min(coalesce(p.position, 0)), 0) from token t
                 left join view_position p on p.view = t.processor_name and p.segment = t.segment
                 where t.processor_name = g.view) as position,
                (select coalesce(max(global_index), 0) from event) as head,
                (select count(*) from dead_letter d where d.processing_group = g.view) as dead_letters,
                g.live
            from view_generation g order by g.view
            """;

    private final JdbcClient jdbc;
    private final Jobs jobs;

    Projections(JdbcClient jdbc, Jobs jobs) {
        this.jdbc = jdbc;
        this.jobs = jobs;
    }

    /**
     * One view.
     *
     * @param lag how many positions it is behind the head of history
     * @param deadLetters how many events it had to set aside
     * @param generation the one that is read now
     * @param replay the rebuild that waits or runs, or null
     */
    record Projection(
            String name,
            int segments,
            long position,
            long head,
            long lag,
            long deadLetters,
            int generation,
            Job replay) {

        /** The view without the word that all have in common. */
        public String shortName() {
            return name.substring(name.indexOf('.') + 1);
        }
    }

    List<Projection> all() {
        List<Job> replays = jobs.open("replay");
        return jdbc.sql(ALL).query((row, n) -> read(row, replays)).list();
    }

    private static Projection read(ResultSet row, List<Job> replays) throws SQLException {
        String name = row.getString("view");
        long position = row.getLong("position");
        long head = row.getLong("head");
        return new Projection(
                name,
                row.getInt("segments"),
                position,
                head,
                Math.max(0, head - position),
                row.getLong("dead_letters"),
                row.getInt("live"),
                replays.stream()
                        .filter(job -> job.subject().equals(name))
                        .findFirst()
                        .orElse(null));
    }
}
