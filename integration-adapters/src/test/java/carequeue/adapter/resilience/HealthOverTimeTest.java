package carequeue.adapter.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.adapter.outbox.OutboxBench;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Errors count for an hour, the share of good checks for a day, and whatever was called is shown, also where nobody can ask it. */
class HealthOverTimeTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T15:00:00Z"), ZoneOffset.UTC);

    private final OutboxBench bench = new OutboxBench();
    private final HealthBook book = new HealthBook(event -> {}, CLOCK);
    private final HealthRows rows = new HealthRows(bench.jdbc, bench.transaction);

    @AfterEach
    void stop() {
        bench.close();
    }

    private void checked(boolean answered) {
        book.note("ehr", 10, answered ? null : "ehr does not answer");
        rows.write("ehr", book.pulse("ehr"), "closed", null);
    }

    private void pass(String time) {
        bench.sql("update integration_minute set minute = minute - interval '" + time + "'");
    }

    private Map<String, Object> now() {
        checked(true);
        return bench.jdbc.sql("select * from integration_health").query().singleRow();
    }

    @Test
    void anErrorCountsForAnHourAndTheShareOfGoodChecksForADay() {
        checked(false);
        checked(false);
        assertThat(now()).containsEntry("error_count", 2L).containsEntry("uptime", 1 / 3.0);
        pass("58 minutes");
        assertThat(now()).containsEntry("error_count", 2L).containsEntry("uptime", 2 / 4.0);
        pass("2 minutes");
        assertThat(now()).containsEntry("error_count", 0L).containsEntry("uptime", 3 / 5.0);
        pass("22 hours 58 minutes");
        assertThat(now()).containsEntry("uptime", 4 / 6.0);
        pass("3 minutes");
        assertThat(now()).as("the first three are older than a day").containsEntry("uptime", 4 / 4.0);
    }

    @Test
    void whatIsOlderThanADayIsNotKept() {
        checked(false);
        pass("26 hours");
        checked(true);
        assertThat(bench.jdbc
                        .sql("select count(*) from integration_minute")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whyItDoesNotAnswerIsSaidUntilItDoes() {
        checked(false);
        assertThat(bench.jdbc.sql("select * from integration_health").query().singleRow())
                .containsEntry("status", "down")
                .containsEntry("reason", "ehr does not answer");
        assertThat(now()).containsEntry("reason", null);
    }

    @Test
    void theLastLookIsOfNow() {
        checked(true);
        assertThat(bench.jdbc
                        .sql("select clock_timestamp() - last_checked < interval '10 seconds' from integration_health")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aServiceThatIsOnlyCalledIsInTheBookToo() {
        book.note("push", 30, null);
        book.note("ehr", 10, null);
        assertThat(book.services()).containsExactlyInAnyOrder("push", "ehr");
    }
}
