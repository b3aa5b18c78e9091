package carequeue.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.api.queue.CallingPolicy;
import carequeue.api.queue.QueueEvent;
import carequeue.clinic.TestClinic;
import carequeue.store.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A stream tells what changed, on every node, and after a break everything since. */
class StreamsTest {

    private static final String QUEUE = "main.primary-care.2026-11-23";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static TestClinic one;
    private static TestClinic two;

    @BeforeAll
    static void twoNodes() {
        HikariDataSource database = TestPostgres.fresh();
        one = TestClinic.open(database);
        two = TestClinic.open(database);
        one.happened(
                QUEUE,
                null,
                new QueueEvent.QueueOpened(
                        QUEUE, "main", "primary-care", LocalDate.of(2026, 11, 23), "A", CallingPolicy.DEFAULT));
        join("e0");
        await().until(() -> one.bean(ViewPositions.class).of("view.board") >= one.head()
                && two.bean(ViewPositions.class).of("view.board") >= one.head());
    }

    @AfterAll
    static void close() {
        two.close();
        one.close();
    }

    @Test
    void aChangeReachesTheStreamsOfBothNodes() throws Exception {
        List<String> here = listen(one, "/api/queues/" + QUEUE + "/stream", null);
        List<String> there = listen(two, "/api/queues/" + QUEUE + "/stream", null);
        await().until(() -> here.contains("event:opened") && there.contains("event:opened"));

        join("e1");

        String data = "data:{\"position\":";
        for (List<String> lines : List.of(here, there)) {
            await().untilAsserted(() -> assertThat(lines)
                    .contains("event:changed")
                    .anyMatch(line -> line.startsWith(data) && line.contains("\"e1\"")));
            assertThat(lines).anyMatch(line -> line.startsWith("id:")).contains("retry:1000");
            assertThat(String.join("", lines)).doesNotContain("p-e1");
        }
    }

    @Test
    void aResumedStreamBeginsWithOneChangeThatHasEverythingSince() throws Exception {
        long before = one.head();
        join("e2");
        join("e3");
        await().until(() -> one.bean(ViewPositions.class).of("view.board") >= one.head());

        List<String> lines = listen(one, "/api/queues/" + QUEUE + "/stream", Long.toString(before));

        await().untilAsserted(() -> assertThat(
                        lines.stream().filter(l -> l.startsWith("data:")).skip(1))
                .singleElement()
                .asString()
                .contains("\"e2\"", "\"e3\"", "\"position\":" + one.head())
                .doesNotContain("\"e0\""));
    }

    @Test
    void aReadAfterAWriteWaitsOnTheNodeThatDidNotWrite() throws Exception {
        join("e4");
        HttpRequest read = HttpRequest.newBuilder(URI.create(two.url("/api/queues/" + QUEUE)))
                .header(ReadAfterWrite.HEADER, Long.toString(one.head()))
                .build();
        HttpResponse<String> answer = HTTP.send(read, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"e4\"");
    }

    @Test
    void streamsAreBoundedAndEndWithTheBrowser() throws Exception {
        int before = one.bean(LiveHub.class).open();
        HttpResponse<Stream<String>> answer = open(one, "/display/main/stream", null);
        assertThat(answer.headers().firstValue("X-Accel-Buffering")).contains("no");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(one.bean(LiveHub.class).open()).isEqualTo(before + 1);
        answer.body().close();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            join("x" + one.head());
            return one.bean(LiveHub.class).open() <= before;
        });
    }

    private static void join(String id) {
        Instant now = Instant.parse("2026-11-23T15:00:00Z");
        one.happened(
                QUEUE,
                null,
                new QueueEvent.EntryJoined(
                        QUEUE, id, "v-" + id, "p-" + id, "A-" + id, one.head(), null, null, null, now, now));
    }

    private static List<String> listen(TestClinic node, String path, String lastEventId) throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        Stream<String> body = open(node, path, lastEventId).body();
        Thread reader = new Thread(() -> body.forEach(lines::add));
        reader.setDaemon(true);
        reader.start();
        return lines;
    }

    private static HttpResponse<Stream<String>> open(TestClinic node, String path, String lastEventId)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node.url(path)));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofLines());
    }
}
