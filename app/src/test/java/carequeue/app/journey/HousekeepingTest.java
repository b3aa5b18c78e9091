package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.app.start.Housekeeping;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers kept for repeats go after a day, younger ones stay. */
class HousekeepingTest extends RunningClinic {

    @Autowired
    private Housekeeping housekeeping;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void answersOlderThanADayAreForgotten() {
        keep("old", "25 hours");
        keep("young", "23 hours");

        housekeeping.forgetOldAnswers();

        assertThat(jdbc.sql("select key from repeat where scope = 'housekeeping'")
                        .query(String.class)
                        .list())
                .containsExactly("young");
    }

    private void keep(String key, String age) {
        transaction.executeWithoutResult(status -> jdbc.sql(
                        "insert into repeat (scope, key, body_hash, result_type, result, position, created_at)"
                                + " values ('housekeeping', ?, '', '', '', 1, now() - ?::interval)")
                .params(key, age)
                .update());
    }
}
