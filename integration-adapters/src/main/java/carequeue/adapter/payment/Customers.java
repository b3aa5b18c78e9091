package carequeue.adapter.payment;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Under which customer the provider keeps the cards of a patient. */
@Component
public class Customers {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public Customers(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** The customer of a patient in an account, if there is one. */
    public Optional<String> find(String account, String patientId) {
        return transaction.execute(
                status -> jdbc.sql("select customer_id from card_customer where account = ? and patient_id = ?")
                        .params(account, patientId)
                        .query(String.class)
                        .optional());
    }

    /** Keeps the customer of a patient; the first one stays. */
    public void keep(String account, String patientId, String customerId) {
        transaction.executeWithoutResult(status -> jdbc.sql(
                        "insert into card_customer (account, patient_id, customer_id) values (?, ?, ?) on conflict do"
                                + " nothing")
                .params(account, patientId, customerId)
                .update());
    }
}
