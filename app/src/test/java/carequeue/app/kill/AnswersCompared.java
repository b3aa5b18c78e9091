package carequeue.app.kill;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares what two nodes answer about every queue, visit, patient and appointment, sealed values opened. */
final class AnswersCompared {

    private final Node live;
    private final Node replayed;
    private final Queue<String> differences = new ConcurrentLinkedQueue<>();
    private final int asked;

    AnswersCompared(Node live, Node replayed, JdbcTemplate jdbc) {
        this.live = live;
        this.replayed = replayed;
        List<String> paths = new ArrayList<>();
        paths.addAll(paths(jdbc, "select '/api/queues/' || queue_id from board_queue"));
        paths.addAll(paths(jdbc, "select '/api/check-ins/' || visit_id from visit_card"));
        paths.addAll(paths(jdbc, "select '/api/visits/' || visit_id from visit_card"));
        paths.addAll(paths(jdbc, "select '/api/visits/' || visit_id || '/timeline' from visit_card"));
        paths.addAll(paths(jdbc, "select '/api/patients/' || patient_id from patient_card"));
        paths.addAll(paths(jdbc, "select '/api/appointments/' || appointment_id from appointment_plan"));
        paths.addAll(paths(jdbc, "select '/api/payments/' || payment_id from payment_card"));
        paths.addAll(paths(jdbc, "select '/api/eligibility-checks/' || check_id from eligibility_check"));
        paths.addAll(paths(jdbc, "select '/api/notifications/' || notification_id from notification_card"));
        paths.addAll(paths(jdbc, "select '/api/claims/' || claim_id from claim_card"));
        paths.addAll(paths(jdbc, "select '/api/conflicts/' || conflict_id from conflict_card"));
        paths.parallelStream().forEach(this::compare);
        asked = paths.size();
    }

    /** About how many things they were asked. */
    int asked() {
        return asked;
    }

    /** The first of what differs. */
    List<String> differences() {
        return differences.stream().limit(20).toList();
    }

    private static List<String> paths(JdbcTemplate jdbc, String sql) {
        return jdbc.queryForList(sql, String.class);
    }

    private void compare(String path) {
        JsonNode one = answer(live, path);
        JsonNode other = answer(replayed, path);
        if (one.isMissingNode() || !one.equals(other)) {
            differences.add(path + ": live " + one + ", replayed " + other);
        }
    }

    private static JsonNode answer(Node node, String path) {
        try {
            return Http.get(node.origin() + path, "manager").body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
