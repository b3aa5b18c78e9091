package carequeue.adapter.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.adapter.outbox.OutboxBench;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The health of a service is what its calls and probes have shown. */
class HealthTest {

    private final OutboxBench bench = new OutboxBench();
    private final List<Object> published = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-23T15:00:00Z");
    private final HealthBook book = new HealthBook(published::add, new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });
    private final HealthRows rows = new HealthRows(bench.jdbc, bench.transaction);

    @AfterEach
    void stop() {
        bench.close();
    }

    private Map<String, Object> written(String circuit) {
        rows.write("ehr", book.pulse("ehr"), circuit, null);
        return bench.jdbc
                .sql("select * from integration_health where service = 'ehr'")
                .query()
                .singleRow();
    }

    private void call(long millis, boolean answered) {
        now = now.plusMillis(100);
        book.note("ehr", millis, answered ? null : "ehr does not answer");
    }

    @Test
    void aServiceThatAnswersIsHealthyWithItsMedian() {
        call(10, true);
        call(1000, true);
        call(20, true);
        var row = written("closed");
        assertThat(row.get("status")).isEqualTo("healthy");
        assertThat(row.get("response_time_ms")).isEqualTo(20L);
        assertThat(row.get("error_count")).isEqualTo(0L);
        assertThat(row.get("uptime")).isEqualTo(1.0);
        assertThat(row.get("circuit")).isEqualTo("closed");
    }

    @Test
    void aServiceThatFailsIsDownAndItsErrorsCountOnce() {
        call(10, true);
        call(10, false);
        call(10, false);
        assertThat(written("closed").get("status")).isEqualTo("down");
        call(10, true);
        var row = written("half-open");
        assertThat(row.get("status")).isEqualTo("degraded");
        assertThat(row.get("error_count")).isEqualTo(2L);
        assertThat(row.get("uptime")).isEqualTo(0.5);
    }

    @Test
    void oldCallsAreForgotten() {
        call(10, false);
        call(10, true);
        now = now.plusSeconds(301);
        call(30, true);
        var row = written("closed");
        assertThat(row.get("status")).isEqualTo("healthy");
        assertThat(row.get("response_time_ms")).isEqualTo(30L);
    }

    @Test
    void anOpenCircuitIsDown() {
        call(10, true);
        assertThat(written("open").get("status")).isEqualTo("down");
    }

    @Test
    void aReturnIsSaidOnceAndAgainAfterTheNextFailure() {
        call(10, true);
        assertThat(published).isEmpty();
        call(10, false);
        call(10, true);
        call(10, true);
        assertThat(published).containsExactly(new ServiceReturned("ehr"));
        call(10, false);
        call(10, true);
        assertThat(published).as("not more than once a second").hasSize(1);
        now = now.plusSeconds(2);
        call(10, true);
        assertThat(published).as("but not forgotten").hasSize(2);
    }

    @Test
    void theAgeOfTheDataIsKept() {
        call(10, true);
        written("closed");
        rows.dataAsOf("ehr", now);
        assertThat(written("closed").get("data_as_of")).isEqualTo(java.sql.Timestamp.from(now));
    }
}
