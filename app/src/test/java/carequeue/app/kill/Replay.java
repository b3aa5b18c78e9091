package carequeue.app.kill;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What came of following history once more from its beginning.
 *
 * @param compared how many rows and answers were compared
 * @param differences between the views as they stand and as they are made anew
 * @param calls that the outside got meanwhile, other than the question whether it is well
 * @param newEvents that were added to history by it
 */
record Replay(long compared, List<String> differences, long calls, long newEvents) {

    private static final Duration AT_MOST = Duration.ofMinutes(10);
    private static final String EVENTS = "select count(*) from event";

    static Replay of(Clinic clinic) {
        Database database = clinic.database();
        new Replayed(database).make();
        // One of the live nodes makes room, and the other has nothing more to do outside.
        clinic.nodes().get(1).stop();
        long calls = calls(clinic);
        long events = database.jdbc().queryForObject(EVENTS, Long.class);
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
                    calls(clinic) - calls,
                    database.jdbc(Replayed.DATABASE).queryForObject(EVENTS, Long.class) - events);
        }
    }

    private static long calls(Clinic clinic) {
        long calls = 0;
        for (Map.Entry<String, JsonNode> kind : clinic.outside().calls().properties()) {
            calls += kind.getKey().endsWith("/metadata") ? 0 : kind.getValue().asLong();
        }
        return calls;
    }

    @Override
    public String toString() {
        return "replayed from the beginning: %d rows and answers compared, differences %s; calls outside %d, new events %d"
                .formatted(compared, differences, calls, newEvents);
    }
}
