package carequeue.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The signs of life of all segments on all nodes, as their tokens show them. */
final class Heartbeats {

    private static final String ALL = """
            select processor_name, touched_at,
                   (select min(at[1]::bigint) from regexp_matches(convert_from(token, 'UTF8'), '"globalIndex":([0-9]+)', 'g') at),
                   (select coalesce(max(global_index), 0) from event)
            from token where token is not null and left(processor_name, 2) <> '__'""";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Heartbeats(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The quietest and slowest of the segments of a group. */
    record Beat(int segments, Duration age, long position, long head) {
        static final Beat NONE = new Beat(0, Duration.ZERO, 0, 0);

        long lag() {
            return Math.max(0, head - position);
        }

        private Beat and(Beat other) {
            return new Beat(
                    segments + other.segments,
                    age.compareTo(other.age) > 0 ? age : other.age,
                    Math.min(position, other.position),
                    Math.max(head, other.head));
        }
    }

    Map<String, Beat> byGroup() {
        Map<String, Beat> beats = new HashMap<>();
        jdbc.query(ALL, row -> {
            Beat beat = new Beat(1, since(row.getString(2)), row.getLong(3), row.getLong(4));
            beats.merge(row.getString(1), beat, Beat::and);
        });
        return beats;
    }

    private Duration since(String touched) {
        try {
            Duration age = Duration.between(Instant.parse(touched), clock.instant());
            return age.isNegative() ? Duration.ZERO : age;
        } catch (DateTimeParseException strange) {
            return Duration.ZERO;
        }
    }
}
