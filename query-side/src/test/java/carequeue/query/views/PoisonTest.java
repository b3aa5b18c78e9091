package carequeue.query.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.api.queue.CallingPolicy;
import carequeue.api.queue.QueueEvent.EntryCalled;
import carequeue.api.queue.QueueEvent.EntryJoined;
import carequeue.api.queue.QueueEvent.QueueOpened;
import carequeue.api.queue.QueueEvent.QueuePaused;
import carequeue.clinic.TestClinic;
import carequeue.store.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An event that a view cannot take in is set aside with what follows it; everything else goes on, also in a rebuild. */
class PoisonTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");
    private static final String LETTERS = "select count(*) from dead_letter where processing_group = 'view.board'";

    private HikariDataSource database;
    private TestClinic clinic;
    private ViewsOf views;

    @BeforeEach
    void aPoisonedQueueAmongOthers() {
        database = TestPostgres.fresh();
        clinic = TestClinic.open(database);
        views = new ViewsOf(clinic, database);
        open("q1");
        open("q2");
        join("q1", "e1", NOON);
        join("q1", "e2", null);
        join("q2", "e3", NOON);
        clinic.happened("q1", null, new QueuePaused("q1"));
        open("q3");
        views.settled();
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    private void open(String queue) {
        clinic.happened(
                queue, null, new QueueOpened(queue, "main", "service-of-" + queue, DAY, queue, CallingPolicy.DEFAULT));
    }

    private void join(String queue, String entry, Instant at) {
        clinic.happened(
                queue, null, new EntryJoined(queue, entry, "v-" + entry, "p", "A-1", 1, null, null, null, NOON, at));
    }

    private String carriedOut(String kind, String subject) {
        String job = views.order(kind, subject);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        !views.state(job).equals("waiting") && !views.state(job).equals("running"));
        return job;
    }

    @Test
    void onlyThePoisonedEventAndWhatFollowsItThereIsSetAside() {
        assertThat(views.rows().get("board_queue")).hasSize(3);
        assertThat(views.rows().get("board_entry")).hasSize(2);
        assertThat(views.count(LETTERS)).isEqualTo(2);
        assertThat(views.text("select cause_message from dead_letter where cause_message is not null"))
                .isEqualTo("DataIntegrityViolationException < PSQLException");
        join("q1", "e4", NOON);
        views.settled();
        assertThat(views.count(LETTERS)).isEqualTo(3);
    }

    @Test
    void anEventThatTheFoldItselfCannotBearIsSetAsideToo() {
        clinic.happened(
                "q2",
                null,
                new EntryCalled("q2", "e3", "v-e3", "A-1", "room-1", "Room 1", true, null, null, "none/1", NOON));
        views.settled();
        assertThat(views.text("select cause_message from dead_letter where aggregate_id = 'q2'"))
                .isEqualTo("NullPointerException");
    }

    @Test
    void aRebuildTriesAgainAndSetsAsideWhatStillFails() {
        var before = views.rows();
        String job = carriedOut("replay", "view.board");
        assertThat(views.state(job)).isEqualTo("done");
        assertThat(views.rows()).isEqualTo(before);
        assertThat(views.count(LETTERS)).isEqualTo(2);
        assertThat(views.count("select count(*) from dead_letter where processing_group like '%#%'"))
                .isZero();
        assertThat(views.text("select problems from job where job_id = '" + job + "'"))
                .contains("queue.entry-joined", "was set aside: DataIntegrityViolationException");
        join("q1", "e4", NOON);
        views.settled();
        assertThat(views.count(LETTERS)).isEqualTo(3);
    }

    @Test
    void triedAgainInVainItStaysAndDiscardedItLetsTheOthersPass() {
        String poison = views.text("select letter_id from dead_letter where cause_message is not null");
        assertThat(views.state(carriedOut("dead-letter-retry", poison))).isEqualTo("failed");
        assertThat(views.count(LETTERS)).isEqualTo(2);
        assertThat(views.state(carriedOut("dead-letter-discard", poison))).isEqualTo("done");
        assertThat(views.count(LETTERS)).isZero();
        assertThat(views.text("select state from board_queue where queue_id = 'q1'"))
                .isEqualTo("PAUSED");
        join("q1", "e4", NOON);
        assertThat(views.settled().rows().get("board_entry")).hasSize(3);
    }

    @Test
    void tokensEmptiedEverythingIsFoldedAgainAndNothingChanges() {
        carriedOut(
                "dead-letter-discard", views.text("select letter_id from dead_letter where cause_message is not null"));
        join("q2", "e5", NOON);
        carriedOut("replay", "view.visits");
        var before = views.settled().rows();
        clinic.close();
        views.update("delete from token where processor_name like 'view.%'");
        views.update("delete from view_position");
        clinic = clinic.again(database);
        views = new ViewsOf(clinic, database);
        assertThat(views.settled().rows()).isEqualTo(before);
    }
}
