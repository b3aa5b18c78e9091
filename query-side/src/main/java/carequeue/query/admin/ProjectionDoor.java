package carequeue.query.admin;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door to the views' progress. */
@RestController
class ProjectionDoor {

    private static final String ALL = """
            select t.processor_name, count(*), min(coalesce(p.position, 0)),
                (select coalesce(max(global_index), 0) from event),
                (select count(*) from dead_letter d where d.processing_group = t.processor_name)
            from token t left join view_position p on p.view = t.processor_name and p.segment = t.segment
            where t.processor_name like 'view.%' group by t.processor_name order by 1
            """;

    private final JdbcClient jdbc;

    ProjectionDoor(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One view: how far it is, how far behind the head of history, and how many events it had to set aside. */
    record Projection(String name, int segments, long position, long head, long lag, long deadLetters) {}

    /** All views. */
    record Projections(List<Projection> items, String nextCursor) {}

    @GetMapping("/api/admin/projections")
    Projections projections() {
        return new Projections(
                jdbc.sql(ALL)
                        .query((row, n) -> new Projection(
                                row.getString(1),
                                row.getInt(2),
                                row.getLong(3),
                                row.getLong(4),
                                Math.max(0, row.getLong(4) - row.getLong(3)),
                                row.getLong(5)))
                        .list(),
                null);
    }
}
