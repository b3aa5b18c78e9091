package carequeue.adapter.ehr;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the EHR has not taken of an appointment for which nobody is here: on the worklist until it has, or somebody else said so there. */
@Component
public class Untold {

    private static final String OPEN = """
        insert into ehr_untold (appointment_id, what, why) values (?, ?, ?)
        on conflict (appointment_id) do update set what = excluded.what, why = excluded.why\
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public Untold(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** @param what such as {@code no-show} */
    void open(String appointmentId, String what, String why) {
        transaction.executeWithoutResult(
                status -> jdbc.sql(OPEN).params(appointmentId, what, why).update());
    }

    /** The EHR has it, or there is nothing to be told any more. */
    void close(String appointmentId) {
        transaction.executeWithoutResult(status -> jdbc.sql("delete from ehr_untold where appointment_id = ?")
                .param(appointmentId)
                .update());
    }
}
