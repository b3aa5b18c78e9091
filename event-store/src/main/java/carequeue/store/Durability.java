package carequeue.store;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Refuses a database that may forget what it has confirmed. */
public final class Durability {

    private Durability() {}

    /**
     * Asks the database for its settings.
     *
     * @throws IllegalStateException naming those of fsync, synchronous_commit and full_page_writes that are not on
     */
    public static void check(JdbcTemplate jdbc) {
        List<String> off = List.of("fsync", "synchronous_commit", "full_page_writes").stream()
                .filter(setting -> !"on".equals(jdbc.queryForObject("show " + setting, String.class)))
                .toList();
        if (!off.isEmpty()) {
            throw new IllegalStateException("PostgreSQL would forget confirmed events after a crash: turn on "
                    + String.join(", ", off) + " and start again");
        }
    }
}
