package carequeue.app.kill;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of following history once more from its beginning.
 *
 * @param compared how many rows and answers were compared
 * @param differences between the views as they stand and as they are made anew
 * @param calls that the outside got meanwhile, other than the question whether it is well
 * @param newEvents that were added to history by it
 */
record Replay(long compared, List<String> differences, Map<String, Long> calls, long newEvents) {

    private static final Duration AT_MOST = Duration.ofMinutes(10);
    private static final String EVENTS = "select count(*) from event";
    private static final int ATTEMPTS = 3;

    static Replay of(Clinic clinic) {
        // One of the live nodes makes room, and the other has nothing more to do outside.
        clinic.nodes().get(1).stop();
        Replay replay = null;
        for (int i = 0; i < ATTEMPTS; i++) {
            long before = events(clinic);
            replay = once(clinic);
            // A deadline that came meanwhile, as that of a missed appointment at each quarter of an hour, has made two
            // histories of one.
            if (events(clinic) == before) {
                break;
            }
        }
        return replay;
    }

    private static long events(Clinic clinic) {
        return clinic.database().jdbc().queryForObject(EVENTS, Long.class);
    }

    private static Replay once(Clinic clinic) {
        Database database = clinic.database();
        new Replayed(database).make();
        Map<String, Long> calls = calls(clinic);
        long events = events(clinic);
        try (Node replayed = clinic.node("replayed", Replayed.DATABASE, "command,query,integration")) {
            replayed.start();
            replayed.awaitReady(AT_MOST);
            List<String> differences = new ArrayList<>();
            Map<String, Long> left = new Calm(database.jdbc(Replayed.DATABASE)).await(AT_MOST);
            if (!left.isEmpty()) {
                differences.add("the replay does not end: " + left);
            }
            RowsCompared rows = new RowsCompared(database.jdbc(), database.jdbc(Replayed.DATABASE));
            AnswersCompared answers = new AnswersCompared(clinic.nodes().get(0), replayed, database.jdbc());
            differences.addAll(rows.differences());
            differences.addAll(answers.differences());
            return new Replay(
                    rows.rows() + answers.asked(),
                    differences,
                    since(calls, calls(clinic)),
                    database.jdbc(Replayed.DATABASE).queryForObject(EVENTS, Long.class) - events);
        }
    }

    private static Map<String, Long> calls(Clinic clinic) {
        Map<String, Long> calls = new TreeMap<>();
        for (Map.Entry<String, JsonNode> kind : clinic.outside().calls().properties()) {
            if (!kind.getKey().endsWith("/metadata")) {
                calls.put(kind.getKey(), kind.getValue().asLong());
            }
        }
        return calls;
    }

    private static Map<String, Long> since(Map<String, Long> before, Map<String, Long> now) {
        before.forEach((kind, count) -> now.merge(kind, -count, Long::sum));
        now.values().removeIf(count -> count == 0);
        return now;
    }

    @Override
    public String toString() {
        return "replayed from the beginning: %d rows and answers compared, differences %s; calls outside %s, new events %d"
                .formatted(compared, differences, calls, newEvents);
    }
}
