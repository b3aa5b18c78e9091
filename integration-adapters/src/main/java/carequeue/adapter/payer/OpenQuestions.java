package carequeue.adapter.payer;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Under which name a payer keeps a question that it has taken, so that it is asked for the answer and not the question again. */
@Component
public class OpenQuestions {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public OpenQuestions(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Remembers what the payer calls it, such as {@code CoverageEligibilityRequest/17}. */
    public void keep(String reference, String there) {
        transaction.executeWithoutResult(
                status -> jdbc.sql("""
                    insert into payer_question (reference, there) values (?, ?)
                    on conflict (reference) do update set there = excluded.there\
                    """).params(reference, there).update());
    }

    /** What the payer calls a question. */
    public Optional<String> of(String reference) {
        return transaction.execute(status -> jdbc.sql("select there from payer_question where reference = ?")
                .param(reference)
                .query(String.class)
                .optional());
    }
}
