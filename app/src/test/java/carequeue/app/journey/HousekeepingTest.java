package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.app.start.Housekeeping;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers kept for repeats go after a day, younger ones stay, and so do those to processes and effects for a season. */
class HousekeepingTest extends RunningClinic {

    @Autowired
    private Housekeeping housekeeping;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void answersOlderThanADayAreForgotten() {
        keep("housekeeping", "old", "25 hours");
        keep("housekeeping", "young", "23 hours");
        keep("saga.housekeeping", "old-of-a-process", "91 days");
        keep("saga.housekeeping", "of-a-process", "89 days");

        housekeeping.forgetOldAnswers();

        assertThat(jdbc.sql("select key from repeat where scope like '%housekeeping'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("young", "of-a-process");
    }

    private void keep(String scope, String key, String age) {
        transaction.executeWithoutResult(status -> jdbc.sql(
                        "insert into repeat (scope, key, body_hash, result_type, result, position, created_at)"
                                + " values (?, ?, '', '', '', 1, now() - ?::interval)")
                .params(scope, key, age)
                .update());
    }
}
