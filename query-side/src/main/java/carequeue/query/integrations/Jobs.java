package carequeue.query.integrations;

import carequeue.api.Refused;
import carequeue.api.sync.Job;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Long pieces of work, as their owners keep them in rows. */
@Component
public class Jobs {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Jobs(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Job get(String jobId) {
        return jdbc.sql("select * from job where job_id = ?")
                .params(jobId)
                .query(this::read)
                .optional()
                .orElseThrow(() -> new Refused.NotFound("job", jobId));
    }

    /** The last jobs, newest first. */
    List<Job> last() {
        boolean there = jdbc.sql("select to_regclass('job') is not null")
                .query(Boolean.class)
                .single();
        return !there
                ? List.of()
                : jdbc.sql("select * from job order by created_at desc limit 10")
                        .query(this::read)
                        .list();
    }

    /** The jobs of a kind that wait or run. */
    public List<Job> open(String kind) {
        return find("where kind = ? and state in ('waiting', 'running') order by created_at", kind);
    }

    /** The last jobs of a kind that are over, newest first. */
    public List<Job> lastEnded(String kind) {
        return find("where kind = ? and ended_at is not null order by ended_at desc limit 5", kind);
    }

    private List<Job> find(String which, String kind) {
        return jdbc.sql("select * from job " + which)
                .param(kind)
                .query(this::read)
                .list();
    }

    private Job read(ResultSet row, int number) throws SQLException {
        Instant started = time(row.getTimestamp("started_at"));
        Instant ended = time(row.getTimestamp("ended_at"));
        long done = row.getLong("done");
        Long total = row.getObject("total", Long.class);
        Double rate = rate(done, started, ended);
        return new Job(
                row.getString("job_id"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("state"),
                done,
                total,
                rate,
                left(done, total, rate, ended),
                time(row.getTimestamp("created_at")),
                started,
                ended,
                problems(row.getString("problems")));
    }

    private Double rate(long done, Instant started, Instant ended) {
        if (started == null) {
            return null;
        }
        long millis = Duration.between(started, ended == null ? clock.instant() : ended)
                .toMillis();
        return Math.round(done * 10_000.0 / Math.max(1, millis)) / 10.0;
    }

    private static Long left(long done, Long total, Double rate, Instant ended) {
        if (ended != null) {
            return 0L;
        }
        return total == null || rate == null || rate == 0 ? null : Math.round((total - done) / rate);
    }

    private List<String> problems(String array) {
        try {
            return array == null || array.isBlank() ? List.of() : List.of(json.readValue(array, String[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant time(Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
