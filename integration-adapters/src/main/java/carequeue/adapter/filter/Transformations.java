package carequeue.adapter.filter;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down every use of a rule, for auditors, before anything leaves. */
@Component
public class Transformations {

    /** One line for each payload that crosses, with the names of fields and nothing of the patient. */
    private static final Logger LINES = LoggerFactory.getLogger("carequeue.border");

    private static final String NOTE = """
        insert into transformation (rule, version, service, direction, purpose, basis, patient_id, kept, masked, encrypted, dropped)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public Transformations(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    void note(Transformation used) {
        FilterRule rule = used.rule();
        transaction.executeWithoutResult(status -> jdbc.sql(NOTE)
                .params(rule.rule(), rule.version(), rule.service(), rule.direction(), rule.rule(), rule.basis())
                .params(used.patientId(), used.keptFields(), used.maskedFields())
                .params(used.encryptedFields(), used.droppedFields())
                .update());
        LINES.debug(
                "{} {} by {}/{}: {} kept, {} masked, {} encrypted, {} dropped",
                rule.direction(),
                rule.service(),
                rule.rule(),
                rule.version(),
                used.keptFields(),
                used.maskedFields(),
                used.encryptedFields(),
                used.droppedFields());
    }
}
