package carequeue.query.views;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which generation of each view is live. */
@Component
public class Generations {

    private final JdbcClient jdbc;

    Generations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A generation.
     *
     * @param built the position up to which it was made by a rebuild
     */
    record Live(int generation, long built) {}

    /** The live generation, inside a statement that reads a view: number and rows are then of one moment, whatever is swapped meanwhile. */
    public static String live(String view) {
        if (!view.matches("[a-z.-]+")) {
            throw new IllegalArgumentException("no name of a view");
        }
        return "(select live from view_generation where view = '" + view + "')";
    }

    /** The live generation of a view, which stays live until the transaction at hand is over. */
    Live held(String view) {
        return read(view, " for share").orElseGet(() -> {
            register(view);
            return read(view, " for share").orElseThrow();
        });
    }

    /** The live generation, locked against every batch and every other swap. */
    Live locked(String view) {
        return read(view, " for update").orElseThrow();
    }

    void register(String view) {
        jdbc.sql("insert into view_generation (view) values (?) on conflict do nothing")
                .param(view)
                .update();
    }

    private Optional<Live> read(String view, String lock) {
        return jdbc.sql("select live, built from view_generation where view = ?" + lock)
                .param(view)
                .query((row, n) -> new Live(row.getInt(1), row.getLong(2)))
                .optional();
    }
}
