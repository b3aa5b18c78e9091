package carequeue.adapter.claims;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Which bill travelled in which interchange: what is said of a whole file names only that. */
@Component
public class Interchanges {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public Interchanges(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Notes it before it is sent; numbers begin anew after many years, and then the later bill counts. */
    public void note(String interchange, String controlNumber) {
        transaction.executeWithoutResult(status ->
                jdbc.sql("""
                        insert into claim_interchange (number, control_number) values (?, ?)
                        on conflict (number) do update set control_number = excluded.control_number, sent_at = clock_timestamp()""").params(Long.parseLong(interchange), controlNumber).update());
    }

    /** The control number of the bill in it. */
    public Optional<String> bill(String interchange) {
        if (!interchange.matches("\\d{1,9}")) {
            return Optional.empty();
        }
        return transaction.execute(status -> jdbc.sql("select control_number from claim_interchange where number = ?")
                .param(Long.parseLong(interchange))
                .query(String.class)
                .optional());
    }
}
