package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.app.journey.Caller.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Fifty members of staff press "call next" at once. */
class CallNextInParallelTest extends JourneyTest {

    private static final int WAITING = 20;
    private static final int CALLS = 50;

    @Test
    void nobodyIsCalledTwiceAndNobodyIsForgotten() throws InterruptedException, ExecutionException {
        Caller desk = as("front-desk");
        emptied(
                desk,
                checkedIn(desk, walkIn(desk, "Parallel", "imaging"))
                        .get("queueId")
                        .asText());
        String queue = null;
        List<String> tickets = new ArrayList<>();
        for (int i = 0; i < WAITING; i++) {
            var checkIn = checkedIn(desk, walkIn(desk, "Parallel" + (char) ('a' + i), "imaging"));
            queue = checkIn.get("queueId").asText();
            tickets.add(checkIn.get("ticket").asText());
        }
        assertThat(tickets).doesNotHaveDuplicates().isSorted();

        String path = "/api/queues/" + queue + "/call-next";
        List<Answer> answers = atOnce(CALLS, () -> desk.post(path, "{\"servicePoint\": \"xray-1\"}"));

        List<String> called = answers.stream()
                .filter(a -> a.status() == 200)
                .map(a -> a.body().get("ticket").asText())
                .toList();
        assertThat(called).containsExactlyInAnyOrderElementsOf(tickets);
        assertThat(answers.stream().filter(a -> a.status() == 204)).hasSize(CALLS - WAITING);
    }

    /** Calls everybody whom other tests left waiting. */
    private static void emptied(Caller desk, String queue) {
        int status = 200;
        while (status == 200) {
            status = desk.post("/api/queues/" + queue + "/call-next", "{\"servicePoint\": \"xray-1\"}")
                    .status();
        }
        assertThat(status).isEqualTo(204);
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(times);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future :
                    pool.invokeAll(IntStream.range(0, times).mapToObj(i -> call).toList())) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
