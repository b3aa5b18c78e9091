package carequeue.adapter.x12;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Numbers the interchanges that we send, one after another over all nodes; after 999,999,999 it begins anew. */
@Component
public class ControlNumbers {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public ControlNumbers(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** The next number, nine digits. */
    public String next() {
        Long number = transaction.execute(status ->
                jdbc.sql("select nextval('x12_interchange')").query(Long.class).single());
        return "%09d".formatted(number);
    }
}
